package atelier.processors.probe;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a file that is taken consists of.
 *
 * @param container FFmpeg's name of its format, {@code matroska,webm}
 * @param durationMicros its length in microseconds, where it says one
 * @param video the stream that is shown
 * @param audio all audio streams, in the file's order
 * @param subtitles all subtitle streams, in the file's order
 */
public record MediaInfo(
        String container,
        OptionalLong durationMicros,
        VideoStream video,
        List<AudioStream> audio,
        List<SubtitleStream> subtitles) {
    /** More are in no film, but in files that mean harm. */
    private static final int MOST_SOUNDS = 16;

    public MediaInfo {
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
    }

    /** Whether it is a picture that was delivered as a poster. */
    public boolean isPicture() {
        return Arrays.stream(PictureFormat.values())
                .anyMatch(each -> each.demuxer().equals(container));
    }

    /** Its length, where it says one. */
    public Optional<Duration> duration() {
        return durationMicros.isPresent()
                ? Optional.of(Duration.of(durationMicros.getAsLong(), ChronoUnit.MICROS))
                : Optional.empty();
    }

    /** The audio streams that renditions are made of: the main one, then the others that can be decoded, in the file's order; some at most. */
    public List<AudioStream> sounds() {
        Optional<AudioStream> main = mainAudio();
        return Stream.concat(
                        main.stream(),
                        audio.stream()
                                .filter(AudioStream::isDecodable)
                                .filter(each -> !main.get().equals(each)))
                .limit(MOST_SOUNDS)
                .toList();
    }

    /** The audio stream that a player would choose: the first marked as default, else the first. */
    public Optional<AudioStream> mainAudio() {
        return audio.stream()
                .filter(AudioStream::isDefault)
                .findFirst()
                .or(() -> audio.stream().findFirst());
    }
}
