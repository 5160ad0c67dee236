package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegLocatorTest {
    private static final String OLD = "56. 70.100";
    private static final String NEW = "59.  8.100";

    @TempDir
    Path folder;

    @Test
    void theFirstRecentPairOnThePathIsTaken() throws Exception {
        Path half = Files.createDirectory(folder.resolve("half"));
        script(half.resolve("ffmpeg"), NEW);
        Path old = pair("old", OLD);
        Path recent = pair("recent", NEW);

        assertThat(onPath(half + ":" + old + ":" + recent).locate())
                .isEqualTo(new FfmpegInstallation(
                        recent.resolve("ffmpeg"), recent.resolve("ffprobe"), "7.0", Optional.empty()));
    }

    @Test
    void aPairThatDoesNotRunIsPassedOver() throws Exception {
        Path broken = pair("broken", NEW);
        Files.writeString(broken.resolve("ffprobe"), "#!/bin/sh\nexit 127\n");
        Path recent = pair("recent", NEW);

        assertThat(onPath(broken + ":" + recent).locate().ffmpeg()).isEqualTo(recent.resolve("ffmpeg"));
    }

    @Test
    void nothingIsEverExecutedFromTheCurrentFolder() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(pair("recent", NEW));
        Path installed = pair("installed", NEW);

        FfmpegInstallation found = onPath(":.:" + relative + "::" + installed).locate();

        assertThat(found.ffmpeg()).isEqualTo(installed.resolve("ffmpeg"));
        assertThat(folder.resolve("recent/ran")).doesNotExist();
    }

    @Test
    void theConfiguredFolderComesBeforeThePath() throws Exception {
        Path configured = pair("configured", NEW);

        assertThat(configured(configured).locate().ffmpeg()).isEqualTo(configured.resolve("ffmpeg"));
    }

    @Test
    void aConfiguredFfmpegThatIsTooOldIsRefused() throws Exception {
        Path configured = pair("configured", OLD);

        assertThatThrownBy(() -> configured(configured).locate())
                .isInstanceOf(FfmpegMissingException.class)
                .hasMessage("The configured FFmpeg in " + configured + " is version 7.0, too old, so nothing can be"
                        + " encoded. Install FFmpeg 5.1 or newer there, or leave atelier.ffmpeg.folder empty.");
    }

    @Test
    void aConfiguredFolderWithoutFfmpegIsRefused() {
        assertThatThrownBy(() -> configured(folder).locate())
                .isInstanceOf(FfmpegMissingException.class)
                .hasMessageContaining("is not there")
                .hasMessageContaining("Put ffmpeg and ffprobe 5.1 or newer there");
    }

    @Test
    void withNothingElseTheBundledOneIsUsed() {
        FfmpegInstallation bundled = FfmpegForTests.installation();

        assertThat(bundled.version()).isEqualTo("8.1.2");
        assertThat(bundled.libraries()).contains(bundled.ffmpeg().getParent());
        assertThat(bundled.ffmpeg()).isExecutable();
        assertThat(bundled.ffprobe()).isExecutable();
    }

    private FfmpegLocator onPath(String path) {
        return new FfmpegLocator(Optional.empty(), path, folder.resolve("tools"), Clock.systemUTC());
    }

    private FfmpegLocator configured(Path configured) throws IOException {
        return new FfmpegLocator(
                Optional.of(configured), pair("recent", NEW).toString(), folder.resolve("tools"), Clock.systemUTC());
    }

    private Path pair(String name, String libavutil) throws IOException {
        Path pair = Files.createDirectory(folder.resolve(name));
        script(pair.resolve("ffmpeg"), libavutil);
        script(pair.resolve("ffprobe"), libavutil);
        return pair;
    }

    private static void script(Path file, String libavutil) throws IOException {
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "#!/bin/sh",
                        "touch \"${0%/*}/ran\" 2>/dev/null",
                        "echo 'ffmpeg version 7.0 Copyright (c) the FFmpeg developers'",
                        "echo 'libavutil      " + libavutil + " / " + libavutil + "'",
                        ""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
