package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegVersionTest {
    @Test
    void theVersionOfADistributionIsRead() {
        // Recorded: Debian 12.
        List<String> lines = List.of(
                "ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers",
                "built with gcc 12 (Debian 12.2.0-14+deb12u1)",
                "libavutil      57. 28.100 / 57. 28.100",
                "libavcodec     59. 37.100 / 59. 37.100");

        assertThat(FfmpegVersion.parse(lines)).isEqualTo(new FfmpegVersion("5.1.9-0+deb12u1", 57, 28));
    }

    @ParameterizedTest(name = "libavutil {0}: {1}")
    @CsvSource({
        "'57. 28.100', true", // 5.1
        "'57. 17.100', false", // 5.0
        "'56. 70.100', false", // 4.4
        "'60.  8.100', true", // 8.0
        "'60. 30.100', true", // a build between releases
    })
    void whatIsOlderThan51IsNotRecent(String library, boolean recent) {
        List<String> lines = List.of(
                "ffmpeg version N-119999-gabcdef0123 Copyright (c) 2000-2025 the FFmpeg developers",
                "libavutil      " + library + " / " + library);

        assertThat(FfmpegVersion.parse(lines).recent()).isEqualTo(recent);
    }

    @Test
    void aProgramThatSaysSomethingElseIsNotFfmpeg() {
        assertThat(FfmpegVersion.parse(List.of("hello")).recent()).isFalse();
    }
}
