package atelier.processors.probe;

import atelier.processors.probe.Probed.Video;
import java.time.Duration;
import java.util.Set;

/** Decides what is taken. */
final class Judge {
    /** HEIF and AVIF pictures use the same container as films, and open like a film of one frame. */
    private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "avif", "avci");

    private final SourceLimits limits;

    Judge(SourceLimits limits) {
        this.limits = limits;
    }

    /** @throws RefusedException if it cannot be taken */
    MediaInfo judge(Probed probed) {
        if (probed.brand().filter(PICTURE_BRANDS::contains).isPresent()) {
            throw Refusals.picture();
        }
        Video main = probed.mainVideo().orElseThrow(() -> Refusals.noVideo(probed));
        if (main.isEncrypted()) {
            throw Refusals.encrypted(main);
        }
        if (main.stream().codec().equals("unknown")) {
            throw Refusals.unknownCodec(main);
        }
        if (main.isDolbyAlone()) {
            throw Refusals.dolbyAlone();
        }
        checkSize(main.stream().geometry());
        MediaInfo media = new MediaInfo(
                probed.container(), probed.durationMicros(), main.stream(), probed.audio(), probed.subtitles());
        if (media.duration().filter(d -> d.compareTo(limits.maxDuration()) > 0).isPresent()) {
            throw Refusals.tooLong(media.duration().get(), limits);
        }
        return media;
    }

    /** @throws RefusedException if a film is too long that lasts at least that; containers need not say how long theirs is */
    void checkRead(Duration soFar) {
        if (soFar.compareTo(limits.maxDuration()) > 0) {
            throw Refusals.longerThan(limits);
        }
    }

    private void checkSize(Geometry size) {
        if (size.width() == 0 || size.height() == 0) {
            throw Refusals.noSize();
        }
        if (isTooLarge(size.width(), size.height())) {
            throw Refusals.tooLarge(size.width(), size.height(), limits);
        }
        if (isTooLarge(size.displayWidth(), size.displayHeight())) {
            throw Refusals.tooLarge(size.displayWidth(), size.displayHeight(), limits);
        }
    }

    private boolean isTooLarge(int width, int height) {
        return width > limits.maxSide() || height > limits.maxSide() || (long) width * height > limits.maxPixels();
    }
}
