package atelier.processors.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a multivariant playlist says.
 *
 * @param text its lines
 * @param variants its video renditions
 * @param audio its audio renditions
 * @param subtitles its subtitles
 * @param iFrames its I-frame playlists
 */
record MultivariantText(
        PlaylistText text,
        List<Reference> variants,
        List<Reference> audio,
        List<Reference> subtitles,
        List<Reference> iFrames) {
    MultivariantText {
        variants = List.copyOf(variants);
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
        iFrames = List.copyOf(iFrames);
    }

    /**
     * A media playlist that it names.
     *
     * @param line of the tag
     * @param attributes of the tag
     * @param uri of the playlist; empty where there is none
     */
    record Reference(Line line, Map<String, String> attributes, String uri) {
        Reference {
            attributes = Map.copyOf(attributes);
        }

        String place() {
            return line.place();
        }

        Optional<String> value(String name) {
            return Optional.ofNullable(attributes.get(name));
        }

        /** The value of an attribute; empty where there is none. */
        String text(String name) {
            return value(name).orElse("");
        }
    }

    static MultivariantText parse(PlaylistText text, Findings findings) {
        return new MultivariantText(
                text,
                variants(text, findings),
                media(text, "AUDIO", findings),
                media(text, "SUBTITLES", findings),
                tagged(text, "EXT-X-I-FRAME-STREAM-INF", findings));
    }

    private static List<Reference> media(PlaylistText text, String type, Findings findings) {
        return tagged(text, "EXT-X-MEDIA", findings).stream()
                .filter(each -> each.value("TYPE").filter(type::equals).isPresent())
                .toList();
    }

    /** A variant's URI is in the line behind its tag. */
    private static List<Reference> variants(PlaylistText text, Findings findings) {
        List<Reference> variants = new ArrayList<>();
        List<Line> lines = text.lines();
        for (int i = 0; i < lines.size(); i++) {
            boolean isVariant = lines.get(i).name().equals("EXT-X-STREAM-INF");
            boolean hasUri = i + 1 < lines.size() && lines.get(i + 1).isUri();
            if (isVariant) {
                findings.unless(hasUri, Rule.VARIANTS, lines.get(i).place(), "a variant without a URI");
                String uri = hasUri ? lines.get(i + 1).value() : "";
                variants.add(new Reference(lines.get(i), lines.get(i).attributes(findings), uri));
            } else if (lines.get(i).isUri()) {
                boolean follows = i > 0 && lines.get(i - 1).name().equals("EXT-X-STREAM-INF");
                findings.unless(follows, Rule.VARIANTS, lines.get(i).place(), "a URI of no variant");
            }
        }
        return variants;
    }

    private static List<Reference> tagged(PlaylistText text, String name, Findings findings) {
        List<Reference> references = new ArrayList<>();
        for (Line line : text.all(name)) {
            Map<String, String> attributes = line.attributes(findings);
            references.add(new Reference(line, attributes, attributes.getOrDefault("URI", "")));
        }
        return references;
    }
}
