package atelier.processors.probe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that ffprobe says of a file, before it is judged.
 *
 * @param brand the major brand of an MP4, which tells a picture from a film
 * @param videos all streams of moving pictures; no covers or thumbnails
 * @param covers how many cover pictures and thumbnails were left out
 */
record Probed(
        String container,
        Optional<String> brand,
        OptionalLong durationMicros,
        List<Video> videos,
        int covers,
        List<AudioStream> audio,
        List<SubtitleStream> subtitles) {

    /**
     * A video stream that may become the main one.
     *
     * @param tag the container's four-letter name of the codec
     * @param isDolbyAlone whether its colours are Dolby Vision's own (IPTPQc2), and no others
     */
    record Video(VideoStream stream, String tag, boolean isDefault, boolean isEncrypted, boolean isDolbyAlone) {
        long pixels() {
            return (long) stream.geometry().width() * stream.geometry().height();
        }
    }

    /** The one marked as default; of several or none, the largest; of equals, the first. */
    Optional<Video> mainVideo() {
        return videos.stream()
                .sorted(Comparator.comparing(Video::isDefault)
                        .thenComparingLong(Video::pixels)
                        .reversed())
                .findFirst();
    }
}
