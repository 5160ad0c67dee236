package atelier.processors.probe;

import atelier.processors.ingest.Rejection;
import atelier.processors.probe.Probed.Video;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The words in which files are refused. */
final class Refusals {
    private static final String DELIVER_VIDEO =
            "Export the video as MP4, MOV, MKV, WebM, AVI, MXF or MPEG, and deliver that.";
    private static final String COPY_AGAIN = "Check that it plays where it comes from, and copy it again.";

    private Refusals() {}

    /** @param said the last thing ffprobe said; empty if nothing */
    static RefusedException unreadable(String said) {
        String because = said.isEmpty() ? "" : " (FFmpeg says: " + said + ")";
        return refused(
                "The file is not a video in a format that is taken here, or it is damaged" + because + ".",
                DELIVER_VIDEO);
    }

    /** @param trouble what the file says of a sphere and cannot be read */
    static RefusedException sphere(String trouble) {
        return refused(
                "The file cannot be opened. " + trouble,
                "Export it without that, and say how its sphere lies in details beside it: projection: equirectangular.");
    }

    static RefusedException truncated(String why) {
        return refused("The file is cut off: " + why + ".", COPY_AGAIN);
    }

    static RefusedException empty() {
        return refused("The file is empty (0 bytes).", COPY_AGAIN);
    }

    static RefusedException endless() {
        return refused("The file describes itself at an unreasonable length, as no video does.", DELIVER_VIDEO);
    }

    static RefusedException tooManyStreams() {
        return refused(
                "The file has more than 128 streams.", "Export it with one video and the audio that belongs to it.");
    }

    static RefusedException picture() {
        return refused("The file is a picture, not a video.", DELIVER_VIDEO);
    }

    static RefusedException noVideo(Probed probed) {
        if (probed.audio().isEmpty()) {
            return refused("The file has no video in it.", DELIVER_VIDEO);
        }
        List<String> tracks = probed.audio().stream().map(AudioStream::codec).toList();
        String cover = probed.covers() > 0 ? " but a cover" : "";
        return refused(
                "The file is audio only: it has " + tracks.size() + " audio "
                        + (tracks.size() == 1 ? "stream" : "streams")
                        + tracks.stream().distinct().collect(Collectors.joining(", ", " (", ")"))
                        + " and no video" + cover + ".",
                "Export it together with its video, and deliver that.");
    }

    static RefusedException encrypted(Video video) {
        return refused(
                "The video is encrypted (copy protection" + tag(video) + "), so it cannot be read.",
                "Deliver a file without copy protection, exported from the project itself.");
    }

    static RefusedException unknownCodec(Video video) {
        return refused(
                "The video is in a codec that cannot be decoded here"
                        + (video.tag().isEmpty() ? "" : tag(video)) + ".",
                "Export it as ProRes, DNxHR, H.264 or HEVC, and deliver that.");
    }

    static RefusedException dolbyAlone() {
        return refused(
                "The video's colours are those of Dolby Vision alone (profile 5), which cannot be turned into others here: it would be green and"
                        + " purple.",
                "Export it as HDR10, HLG, or Dolby Vision of profile 8, as phones film it, and deliver that.");
    }

    static RefusedException noSize() {
        return refused("The video does not say how large its picture is, or it is damaged.", COPY_AGAIN);
    }

    static RefusedException tooLarge(int width, int height, SourceLimits limits) {
        return refused(
                "The picture is " + width + "×" + height + "; at most " + limits.maxSide() + " a side and "
                        + limits.maxPixels() / 1_000_000 + " million pixels in all are taken.",
                "Export it smaller: the largest rendition is 3840×2160.");
    }

    static RefusedException tooLong(Duration duration, SourceLimits limits) {
        return refused(
                "The video lasts " + clock(duration) + "; at most " + clock(limits.maxDuration()) + " are taken.",
                "Deliver it in parts, or ask the operator to raise the limit.");
    }

    /** Of a film that was not read to its end: its length is not known. */
    static RefusedException longerThan(SourceLimits limits) {
        return refused(
                "The video lasts more than " + clock(limits.maxDuration()) + ", which is the most that is taken.",
                "Deliver it in parts, or ask the operator to raise the limit.");
    }

    private static String tag(Video video) {
        return video.tag().matches("[ -~]{4}") ? ", \"" + video.tag() + "\"" : "";
    }

    private static String clock(Duration duration) {
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static RefusedException refused(String problem, String remedy) {
        return new RefusedException(new Rejection(problem, remedy));
    }
}
