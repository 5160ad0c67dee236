package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.mp4.JoinedMp4;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Keeps the states of the renditions' rows. */
final class FormatStates {
    private final VideoFormats formats;
    private final JoinedRenditions joined;

    FormatStates(VideoFormats formats, JoinedRenditions joined) {
        this.formats = formats;
        this.joined = joined;
    }

    /**
     * Completes the rows of renditions that are made to their end: hashes their files. A video's file has the sound in it,
     * so it waits for that. Reads whole renditions: not to be called with a row locked.
     */
    void complete(Plan plan, List<RenditionProgress> renditions) {
        if (!plan.complete()) {
            return;
        }
        boolean soundSettled =
                renditions.stream().filter(each -> each.kind() == Kind.AUDIO).allMatch(RenditionProgress::settled);
        renditions.stream()
                .filter(each -> each.complete() && !each.format().state().equals("complete"))
                .filter(each -> each.isTimed() && soundSettled)
                .forEach(each -> joined.join(renditions, each.name()).ifPresent(file -> complete(each, file)));
    }

    /** Whether the file of every rendition that is made to its end is hashed, so that its row says so. */
    boolean hashed(List<RenditionProgress> renditions) {
        return renditions.stream()
                .filter(each -> each.complete() && each.isTimed())
                .allMatch(each -> each.format().state().equals("complete"));
    }

    /**
     * Brings the other rows to what is made.
     *
     * @param enough how many segments a rendition has that is ready
     */
    void update(List<RenditionProgress> renditions, int enough) {
        for (RenditionProgress each : renditions) {
            String before = each.format().state();
            if (before.equals("complete")) {
                continue;
            }
            if (each.failed()) {
                formats.state(each.format().id(), "failed", each.error());
            } else if (!each.isTimed() && each.complete()) {
                formats.state(each.format().id(), "complete", Optional.empty());
            } else if (each.ready().size() >= enough && before.equals("waiting")) {
                formats.state(each.format().id(), "ready", Optional.empty());
            }
        }
    }

    private void complete(RenditionProgress rendition, JoinedMp4 file) {
        try {
            formats.complete(rendition.format().id(), file.sha256(), file.size());
        } catch (IOException e) {
            throw new UncheckedIOException(rendition.name() + " could not be read to be hashed.", e);
        }
    }
}
