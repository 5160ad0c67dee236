package atelier.processors.probe;

import atelier.processors.index.Ratio;
import atelier.processors.index.VideoTrack;
import atelier.processors.spherical.Ambisonics;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.Told;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
    private static final String TEXT = "text";

    /** More are in no film, but in files that mean harm. */
    private static final int MOST_SOUNDS = 16;

    private static final int MOST_TEXTS = 64;

    /** ISO/IEC 13818-1, 2.7.4: a time need not come more often than each 0.7 s. */
    private static final String PROGRAM_STREAM = "mpeg";

    public MediaInfo {
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
    }

    /** What a file of subtitles is, of which nothing more is known; that it has a picture of one pixel is never looked at. */
    public static MediaInfo ofText() {
        VideoStream none = new VideoStream(
                0,
                TEXT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                8,
                new Geometry(1, 1, new Ratio(1, 1), 0, false),
                new Timing(Optional.empty(), Optional.empty(), new Ratio(1, 1000), OptionalLong.empty()),
                Optional.empty(),
                new Colour(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty());
        return new MediaInfo(TEXT, OptionalLong.empty(), none, List.of(), List.of());
    }

    /** The same as that sphere, whatever its file tells. */
    public MediaInfo as(Sphere sphere) {
        return new MediaInfo(container, durationMicros, video.as(sphere), audio, subtitles);
    }

    /** The same, with what its file was found to tell of a sphere beside what FFmpeg understands. */
    MediaInfo telling(Told more) {
        return new MediaInfo(container, durationMicros, video.telling(more), audio, subtitles);
    }

    /** What its index needs to know of its pictures. */
    public VideoTrack track() {
        return new VideoTrack(
                video.index(),
                video.codec(),
                video.configuration().orElse(""),
                video.timing().timeBase(),
                video.timing().declaredRates(),
                video.isTelecined(),
                container.equals(PROGRAM_STREAM) || video.isInFields());
    }

    /** The same, with its fields in another order than its container says. */
    MediaInfo scanned(String order) {
        return new MediaInfo(container, durationMicros, video.scanned(order), audio, subtitles);
    }

    /** The same, with what its file was found to tell of each sound, in its order: FFmpeg has them in the same. */
    MediaInfo hearing(List<Optional<Ambisonics>> found) {
        List<AudioStream> sounds = IntStream.range(0, audio.size())
                .mapToObj(at -> audio.get(at).telling(at < found.size() ? found.get(at) : Optional.empty()))
                .toList();
        return new MediaInfo(container, durationMicros, video, sounds, subtitles);
    }

    /** What is wrong with what it says of its sounds, for people; whole sentences. */
    public List<String> soundTroubles() {
        return audio.stream().flatMap(each -> each.trouble().stream()).toList();
    }

    /** Whether it is a file of subtitles. */
    @JsonIgnore
    public boolean isText() {
        return container.equals(TEXT);
    }

    /** The subtitles that renditions are made of: those that are text, in the file's order; some at most. */
    public List<SubtitleStream> texts() {
        return subtitles.stream()
                .filter(SubtitleStream::isText)
                .limit(MOST_TEXTS)
                .toList();
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
