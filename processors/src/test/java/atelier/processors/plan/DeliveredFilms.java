package atelier.processors.plan;

import atelier.processors.catalog.Input;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.index.Ratio;
import atelier.processors.probe.AudioStream;
import atelier.processors.probe.Colour;
import atelier.processors.probe.Geometry;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Timing;
import atelier.processors.probe.VideoStream;
import atelier.processors.spherical.Ambisonics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Delivered files, as the probe would describe them. */
final class DeliveredFilms {
    private DeliveredFilms() {}

    static Delivered source() {
        return film(VideoFormat.SOURCE, 22, 1280, 720, 0);
    }

    static Delivered film(String type, long inputId, int width, int height, int rotation) {
        return film(type, inputId, width, height, rotation, inputId + 100);
    }

    static Delivered film(String type, long inputId, int width, int height, int rotation, long formatId) {
        VideoStream video = new VideoStream(
                0,
                "h264",
                Optional.empty(),
                Optional.of("yuv420p"),
                Optional.empty(),
                8,
                new Geometry(width, height, new Ratio(1, 1), rotation, false),
                new Timing(
                        Optional.of(new Ratio(25, 1)),
                        Optional.of(new Ratio(25, 1)),
                        new Ratio(1, 12_500),
                        OptionalLong.of(0)),
                Optional.empty(),
                new Colour(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty());
        List<AudioStream> sound = List.of(sound());
        return new Delivered(
                type,
                new Input(
                        inputId,
                        formatId,
                        11,
                        "sources/a.mp4",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        OptionalInt.of(3)),
                new MediaInfo("mov", OptionalLong.of(10_000_000), video, sound, List.of()));
    }

    /** A source of many bits: of standard range, or of high. */
    static Delivered deep(int width, int height, boolean highRange) {
        Delivered plain = film(VideoFormat.SOURCE, 22, width, height, 0);
        MediaInfo media = plain.media();
        VideoStream video = media.video();
        Colour hdr =
                new Colour(Optional.of("tv"), Optional.of("bt2020nc"), Optional.of("bt2020"), Optional.of("smpte2084"));
        VideoStream deep = new VideoStream(
                0,
                "hevc",
                video.profile(),
                Optional.of("yuv420p10le"),
                video.configuration(),
                10,
                video.geometry(),
                video.timing(),
                video.fieldOrder(),
                highRange ? hdr : video.colour(),
                video.spherical(),
                video.stereoMode());
        return new Delivered(
                plain.type(),
                plain.input(),
                new MediaInfo(media.container(), media.durationMicros(), deep, media.sounds(), media.texts()));
    }

    /** A source with several sounds. */
    static Delivered withSounds(int count) {
        Delivered one = source();
        List<AudioStream> sounds = IntStream.rangeClosed(1, count)
                .mapToObj(index -> new AudioStream(
                        index,
                        "aac",
                        48_000,
                        2,
                        Optional.of("stereo"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(0),
                        index == 2,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        MediaInfo media = one.media();
        return new Delivered(
                one.type(),
                one.input(),
                new MediaInfo(media.container(), media.durationMicros(), media.video(), sounds, List.of()));
    }

    /** A source with ambisonic sound. */
    static Delivered around() {
        Delivered plain = source();
        AudioStream two = sound();
        AudioStream four = new AudioStream(
                two.index(),
                two.codec(),
                two.sampleRate(),
                4,
                Optional.of("4.0"),
                two.language(),
                two.timeBase(),
                two.startMicros(),
                two.isDefault(),
                two.title(),
                Optional.of(new Ambisonics(1, false, true, List.of(0, 1, 2, 3))));
        MediaInfo media = plain.media();
        return new Delivered(
                plain.type(),
                plain.input(),
                new MediaInfo(media.container(), media.durationMicros(), media.video(), List.of(four), List.of()));
    }

    private static AudioStream sound() {
        return new AudioStream(
                1,
                "aac",
                48_000,
                2,
                Optional.of("stereo"),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(0),
                true,
                Optional.empty(),
                Optional.empty());
    }
}
