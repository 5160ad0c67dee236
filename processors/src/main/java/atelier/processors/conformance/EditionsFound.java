package atelier.processors.conformance;

import atelier.processors.store.FolderStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Editions that somebody wants to be checked.
 *
 * @param files where they lie
 * @param masters keys of their multivariant playlists; at least one
 */
record EditionsFound(PublishedFiles files, List<String> masters) {
    private static final Pattern POINTER = Pattern.compile("\"master\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern EDITION = Pattern.compile(".*/editions/\\d+/?");
    private static final Pattern PUBLISHED = Pattern.compile("(?<root>.*?/)(?<key>(media|whole)/.*)");
    private static final Pattern WHOLE = Pattern.compile("whole/.+/\\d+");
    private static final String CURRENT = "current.json";
    private static final String MASTER = "master.m3u8";

    /**
     * Finds what there is.
     *
     * @param place address or folder of an edition or an artwork (then: its current edition), a multivariant playlist, a
     *     folder of artworks (then: the current edition of each), or the address of a whole form
     * @throws IllegalArgumentException if there is no edition
     */
    static EditionsFound at(String place) throws IOException {
        EditionsFound found = place.matches("https?://.*") ? address(URI.create(place)) : folder(Path.of(place));
        if (found.masters().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no edition. Name an artwork's folder or address below media/.");
        }
        return found;
    }

    private static EditionsFound address(URI address) throws IOException {
        String path = address.getPath();
        Matcher published = PUBLISHED.matcher(path);
        if (!published.matches()) {
            throw new IllegalArgumentException("an address of an artwork or an edition has /media/ or /whole/ in it.");
        }
        PublishedFiles files =
                new HttpFiles(address.getScheme() + "://" + address.getRawAuthority() + published.group("root"));
        return new EditionsFound(files, List.of(master(files, published.group("key"))));
    }

    private static EditionsFound folder(Path place) throws IOException {
        Path wanted = place.toRealPath();
        Path root = wanted;
        while (!Files.isDirectory(root.resolve("media")) || !Files.isDirectory(root.resolve("chunks"))) {
            root = Optional.ofNullable(root.getParent())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "it is in no store: no folder above it has the folders media and chunks."));
        }
        PublishedFiles files = PublishedFiles.of(new FolderStore(root));
        String key = key(root, wanted);
        if (Files.isRegularFile(wanted) || EDITION.matcher(key).matches()) {
            return new EditionsFound(files, List.of(master(files, key)));
        }
        Path below = wanted;
        try (Stream<Path> all = Files.find(below, 64, (path, is) -> path.endsWith(CURRENT))) {
            List<Path> pointers = all.sorted().toList();
            List<String> masters = new java.util.ArrayList<>();
            for (Path pointer : pointers) {
                masters.add(master(files, key(root, pointer)));
            }
            return new EditionsFound(files, masters);
        }
    }

    private static String key(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static String master(PublishedFiles files, String key) throws IOException {
        if (key.endsWith(".m3u8") && key.contains("/editions/")) {
            return key;
        }
        if (EDITION.matcher(key).matches()) {
            return key.replaceFirst("/$", "") + "/" + MASTER;
        }
        String whole = key.replaceFirst("/(" + MASTER + ")?$", "");
        if (WHOLE.matcher(whole).matches()) {
            return whole + "/" + MASTER;
        }
        String artwork = key.endsWith(CURRENT) || key.endsWith(MASTER)
                ? key.substring(0, key.lastIndexOf('/'))
                : key.replaceFirst("/$", "");
        return artwork + "/" + current(files, artwork + "/" + CURRENT);
    }

    private static String current(PublishedFiles files, String pointer) throws IOException {
        if (files.size(pointer).isEmpty()) {
            throw new IllegalArgumentException("there is no " + pointer + ".");
        }
        try (InputStream in = files.open(pointer, 0)) {
            Matcher matcher = POINTER.matcher(new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8));
            if (!matcher.find()) {
                throw new IllegalArgumentException(pointer + " names no edition.");
            }
            return matcher.group(1);
        }
    }
}
