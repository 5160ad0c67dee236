package atelier.routes.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Small texts of the store: read, hashed and packed once for all who ask for them. Where the store is a folder, a file that was
 * replaced is another file, and is known by that; elsewhere nothing is kept.
 */
@Component
class StoredTexts {
    private static final int MOST_BYTES = 32 << 20;
    private static final int LARGEST = 1 << 20;

    private final StoredObjects objects;
    private final Map<String, Kept> kept = new LinkedHashMap<>(256, 0.75f, true);
    private int bytes;

    /** @param version which file it was read of */
    private record Kept(Version version, StoredText text) {}

    private record Version(Object file, long modified, long size) {}

    StoredTexts(StoredObjects objects) {
        this.objects = objects;
    }

    Optional<StoredText> find(String key) {
        Optional<Version> version = objects.path(key).flatMap(StoredTexts::version);
        if (version.isEmpty()) {
            return objects.read(key).map(StoredText::of);
        }
        Optional<StoredText> known = known(key, version.get());
        return known.isPresent()
                ? known
                : objects.read(key).map(StoredText::of).map(text -> keep(key, version.get(), text));
    }

    private synchronized Optional<StoredText> known(String key, Version version) {
        return Optional.ofNullable(kept.get(key))
                .filter(each -> each.version().equals(version))
                .map(Kept::text);
    }

    /** It may be newer than its version says: then it is read once more by whoever asks next. */
    private synchronized StoredText keep(String key, Version version, StoredText text) {
        if (text.size() <= LARGEST) {
            Kept before = kept.put(key, new Kept(version, text));
            bytes += text.size() - (before == null ? 0 : before.text().size());
            var oldest = kept.values().iterator();
            while (bytes > MOST_BYTES) {
                bytes -= oldest.next().text().size();
                oldest.remove();
            }
        }
        return text;
    }

    private static Optional<Version> version(Path file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() && found.fileKey() != null
                    ? Optional.of(new Version(
                            found.fileKey(),
                            found.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
                            found.size()))
                    : Optional.empty();
        } catch (IOException e) {
            // Not there, or not to be had now: whoever reads it says so.
            return Optional.empty();
        }
    }
}
