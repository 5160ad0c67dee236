package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Empty shared objects in place of libraries that the bundled FFmpeg is linked to for capture devices, which Atelier
 * never uses and servers do not have. See the note beside them in the resources.
 */
final class Stubs {
    private static final Pattern MISSING =
            Pattern.compile(".*error while loading shared libraries: ([A-Za-z0-9_.+-]+): cannot open.*");

    private Stubs() {}

    /** The library that the loader did not find, by what it says. */
    static Optional<String> missing(List<String> errorLines) {
        return errorLines.stream()
                .map(MISSING::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst();
    }

    /** Puts one there, whole or not at all; false if there is none of that name. */
    static boolean add(String library, Path folder) throws IOException {
        try (InputStream stub = Stubs.class.getResourceAsStream("/ffmpeg-stubs/" + library)) {
            if (stub == null) {
                return false;
            }
            Path temporary = Files.createTempFile(folder, ".stub", ".tmp");
            Files.copy(stub, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(temporary, folder.resolve(library), StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }
}
