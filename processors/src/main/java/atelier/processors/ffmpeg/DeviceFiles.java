package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a machine a call reaches that encodes or decodes on a device, and no other. */
final class DeviceFiles {
    private static final Pattern CALLS = Pattern.compile("(h264|hevc)_(nvenc|qsv|vaapi|videotoolbox)|-hwaccel");
    private static final Path FOLDER = Path.of("/dev");
    private static final Pattern NAMES = Pattern.compile("dri|nvidia.*");

    /** Where drivers look for their devices. Not all of {@code /proc}: it shows what other processes were started with. */
    private static final List<Path> BESIDE =
            List.of(Path.of("/sys"), Path.of("/proc/driver"), Path.of("/proc/devices"));

    private DeviceFiles() {}

    /** Devices and what drivers read, where the call is for one. */
    static List<Path> of(Command command) {
        if (command.arguments().stream().noneMatch(word -> CALLS.matcher(word).matches())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(FOLDER)) {
            Stream<Path> devices = all.filter(
                    each -> NAMES.matcher(each.getFileName().toString()).matches());
            return Stream.concat(devices.sorted(), BESIDE.stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Devices cannot be looked for in " + FOLDER + ".", e);
        }
    }

    static boolean isDevice(Path path) {
        return path.startsWith(FOLDER);
    }
}
