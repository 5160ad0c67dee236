package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import atelier.processors.ladder.TrackName;
import atelier.processors.probe.AudioStream;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rendition that is made, and of what.
 *
 * @param rendition which
 * @param rung 0 for the lowest video rendition of the artwork, then upwards
 * @param size of its picture; of no meaning for audio
 * @param copied how many frames are shown later than they are coded, where the file is cut into segments as it is; empty
 *     where it is encoded
 * @param from what it is made of: its nearest delivered ancestor, or what was delivered as itself
 */
public record Target(Rendition rendition, int rung, FrameSize size, OptionalInt copied, Delivered from) {
    /** One that is encoded. */
    Target(Rendition rendition, int rung, FrameSize size, Delivered from) {
        this(rendition, rung, size, OptionalInt.empty(), from);
    }

    /** The same, decided by what the whole file is. */
    Target decided(OptionalInt copied) {
        return new Target(rendition, rung, size, copied, from);
    }

    /** The audio stream that it is made of; none where it is made of pictures, or there is none. */
    Optional<AudioStream> sound() {
        int number = TrackName.of(name()).number();
        return from.media().sounds().stream()
                .skip(number - 1L)
                .findFirst()
                .filter(each -> rendition.recipe().kind() == Kind.AUDIO);
    }

    /** Whether it is other sound than what most hear: of another track, or to be turned with the view. */
    boolean isOtherTrack() {
        return rendition.recipe().kind() == Kind.AUDIO
                && (TrackName.of(name()).number() > 1 || rendition.recipe().ambisonic());
    }

    String name() {
        return rendition.name();
    }

    /** Whether an artist delivered it. */
    boolean isOverride() {
        return from.type().equals(name());
    }
}
