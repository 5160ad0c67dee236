package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The bundled programs as they lie in their jar on the class path. */
final class BundledFiles {
    private static final String FOLDER = "org/bytedeco/ffmpeg/linux-x86_64-gpl/";
    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    /** Unpacking takes a second; what is older was left behind by a process that is gone. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final ClassLoader loader;

    BundledFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Unpacks them into a folder named by their version. The folder appears whole or not at all, and whoever comes
     * second uses what is there.
     */
    Path unpack(Path tools, Clock clock) throws IOException {
        String name = "ffmpeg-" + version();
        Path folder = tools.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(tools);
        removeLeftBehind(tools, clock);
        Path temporary = Files.createTempDirectory(tools, ".unpacking-");
        try {
            copyTo(temporary);
            moved(temporary, folder);
        } finally {
            FileSystemUtils.deleteRecursively(temporary);
        }
        return folder;
    }

    private String version() throws IOException {
        try (InputStream stream = loader.getResourceAsStream(VERSION)) {
            if (stream == null) {
                throw new IOException("it is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        }
    }

    private void copyTo(Path temporary) throws IOException {
        URL ffmpeg = loader.getResource(FOLDER + Program.FFMPEG.executable());
        if (ffmpeg == null || !(ffmpeg.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("its jar is not on the class path");
        }
        // Not the shared one: closing that would close it for the class loader too.
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : wanted(jar)) {
                Path file = temporary.resolve(entry.getName().substring(FOLDER.length()));
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (!file.toFile().setExecutable(true, false)) {
                    throw new IOException(file + " could not be made executable");
                }
                sync(file);
            }
        }
        sync(temporary);
    }

    /** The programs and their libraries, without the bindings for Java. */
    private static List<JarEntry> wanted(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                .filter(entry -> !entry.getName().startsWith(FOLDER + "libjni"))
                .toList();
    }

    private static void moved(Path temporary, Path folder) throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            sync(folder.getParent());
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another process was quicker.
        }
    }

    private static void removeLeftBehind(Path tools, Clock clock) throws IOException {
        try (Stream<Path> entries = Files.list(tools)) {
            for (Path entry : entries.filter(
                            path -> path.getFileName().toString().startsWith(".unpacking-"))
                    .toList()) {
                if (Files.getLastModifiedTime(entry)
                        .toInstant()
                        .isBefore(clock.instant().minus(LEFT_BEHIND))) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
