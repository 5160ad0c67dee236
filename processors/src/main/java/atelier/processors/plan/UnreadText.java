package atelier.processors.plan;

import atelier.processors.catalog.Input;
import atelier.processors.probe.MediaInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which subtitles of a film are passed over. */
final class UnreadText {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadText.class);

    private UnreadText() {}

    static void note(Input input, MediaInfo media) {
        media.subtitles().stream()
                .filter(each -> !each.isText())
                .forEach(each -> LOG.info(
                        "{}: the subtitles in its stream {} ({}) are no text and are passed over. Deliver them beside it: name.de.srt.",
                        input.filePath(),
                        each.index(),
                        each.codec()));
    }
}
