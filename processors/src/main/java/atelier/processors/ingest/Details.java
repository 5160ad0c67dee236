package atelier.processors.ingest;

import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Stereo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What an artist says of an artwork, in a file beside it. Fields that are not known are passed over.
 *
 * @param title what people read
 * @param projection how its sphere lies on the frame
 * @param stereo how the pictures of two eyes share it
 */
record Details(Optional<String> title, Optional<Projection> projection, Optional<Stereo> stereo) {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_TITLE = 500;

    /** @throws YAMLException if they cannot be understood */
    static Details read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new YAMLException("The file has more than " + LARGEST + " bytes.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
            if (!(content instanceof Map<?, ?> fields)) {
                throw new YAMLException("There are no fields in it.");
            }
            return new Details(
                    text(fields, "title").map(text -> text.substring(0, Math.min(text.length(), LONGEST_TITLE))),
                    known(fields, "projection", Projection::of, names(Projection.values(), Projection::text)),
                    known(fields, "stereo", Stereo::of, names(Stereo.values(), Stereo::text)));
        }
    }

    private static Optional<String> text(Map<?, ?> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static <T> Optional<T> known(
            Map<?, ?> fields, String name, Function<String, Optional<T>> reading, String all) {
        return text(fields, name)
                .map(text -> reading.apply(text)
                        .orElseThrow(() ->
                                new YAMLException("There is no " + name + " of that name. There are: " + all + ".")));
    }

    private static <T> String names(T[] values, Function<T, String> text) {
        return Arrays.stream(values).map(text).collect(Collectors.joining(", "));
    }
}
