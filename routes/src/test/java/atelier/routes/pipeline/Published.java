package atelier.routes.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is published of an artwork, read as any player reads it. */
final class Published {
    private static final Pattern RESOLUTION = Pattern.compile("RESOLUTION=(\\d+)x(\\d+)");

    private final Site site;

    Published(Site site) {
        this.site = site;
    }

    /** The video renditions that are made of an artwork. */
    static List<String> videos(JsonNode artwork) {
        List<String> names = new ArrayList<>();
        artwork.path("renditions").fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> name.equals("TN") || name.startsWith("AUDIO") || name.startsWith("TEXT"));
        return names;
    }

    /** The whole rendition, as it is downloaded. */
    Path file(String slug, String rendition, Path folder) {
        byte[] content = site.bytes(site.address("/media/" + slug + "/" + rendition + ".mp4"));
        return write(folder.resolve(rendition + "-joined.mp4"), content);
    }

    /** Address of the artwork's multivariant playlist. */
    URI master(String slug) {
        return site.address("/media/" + slug + "/master.m3u8");
    }

    /** Size of a variant, as FFmpeg writes it: {@code 320:180}. */
    String size(String slug, String rendition) {
        List<String> lines = site.text(master(slug)).lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            Matcher size = RESOLUTION.matcher(lines.get(i - 1));
            if (lines.get(i).endsWith("/" + rendition + ".m3u8") && size.find()) {
                return size.group(1) + ":" + size.group(2);
            }
        }
        throw new AssertionError("No variant " + rendition + " in " + lines);
    }

    /** The playlist of a rendition in the current edition. */
    MediaList playlist(String slug, String rendition) {
        String uri = site.text(master(slug))
                .lines()
                .map(line -> line.replaceAll(".*URI=\"([^\"]+)\".*", "$1"))
                .filter(line -> line.endsWith("/" + rendition + ".m3u8"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + rendition + " in the edition of " + slug));
        URI address = master(slug).resolve(uri);
        return MediaList.parse(address, site.text(address));
    }

    /** Init segment and segments of a rendition, joined as a player appends them. */
    Path streamed(String slug, String rendition, Path folder) {
        MediaList list = playlist(slug, rendition);
        Path file = write(folder.resolve(rendition + "-streamed.mp4"), site.bytes(list.map()));
        try (var out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
            for (MediaList.Part part : list.parts()) {
                out.write(site.bytes(part.address()));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
