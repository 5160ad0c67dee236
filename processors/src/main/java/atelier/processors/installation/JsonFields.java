package atelier.processors.installation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The fields of a JSON object that somebody sent, and where it stands in the whole. */
final class JsonFields {
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(4000)
                            .maxNumberLength(30)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String place;
    private final JsonNode node;

    private JsonFields(String place, JsonNode node, Set<String> known) {
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw new InstallationRefusedException(place, "is not a JSON object.");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InstallationRefusedException(
                        place,
                        "has a field that nobody knows; known are "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        });
    }

    /** The object that JSON text holds. */
    static JsonFields of(byte[] json, Set<String> known) {
        try {
            return new JsonFields("", STRICT.readTree(json), known);
        } catch (IOException e) {
            throw new InstallationRefusedException("", "is not valid JSON.");
        }
    }

    String text(String name, String otherwise) {
        JsonNode value = node.path(name);
        if (isAbsent(value)) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw refused(name, "is not a text.");
        }
        return value.textValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = node.path(name);
        if (isAbsent(value)) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw refused(name, "is neither true nor false.");
        }
        return value.booleanValue();
    }

    OptionalDouble seconds(String name, double most) {
        JsonNode value = node.path(name);
        if (isAbsent(value)) {
            return OptionalDouble.empty();
        }
        double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(seconds >= 0 && seconds <= most)) {
            throw refused(name, "is not a number of seconds from 0 to " + (long) most + ".");
        }
        return OptionalDouble.of(seconds);
    }

    /** The objects of a list, at least one. */
    <T> List<T> each(String name, Set<String> known, int most, Function<JsonFields, T> read) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            throw refused(name, "is not a list of 1 to " + most + " objects.");
        }
        return IntStream.range(0, list.size())
                .mapToObj(at -> read.apply(new JsonFields(below(name) + "[" + at + "]", list.get(at), known)))
                .toList();
    }

    InstallationRefusedException refused(String name, String problem) {
        return new InstallationRefusedException(below(name), problem);
    }

    private String below(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
