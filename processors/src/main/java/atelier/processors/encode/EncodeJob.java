package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.ladder.FrameSize;
import atelier.processors.node.Encoders;
import atelier.processors.probe.MediaInfo;
import atelier.processors.work.Claim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An output that is to be made, with all that is needed for it.
 *
 * @param fingerprint of the output
 * @param claim under which it is made
 * @param planId the plan that needs it
 * @param inputId what it is encoded from
 * @param name the rendition
 * @param slug of the artwork that it is made for
 * @param recipe how
 * @param size of the picture; of no meaning for sound
 * @param file the input
 * @param media what the probe found in it
 * @param chunk which part of it; none for what is made whole
 * @param sound which piece of the sound; none for pictures, and for what is made whole
 * @param startMicros when the input's first picture is presented, in the input's time
 * @param durationMillis presented duration of the pictures, or of the piece of sound, where it is known
 * @param startTicks where the output starts on the timeline
 * @param nightly whether it is done in the nightly hours alone
 * @param copied where the input is cut as it is: how many frames are shown later than they are coded
 * @param threads how many it may use
 * @param careful whether it stalled before: then it is done by one thread, alone, with more patience
 */
record EncodeJob(
        String fingerprint,
        Claim claim,
        long planId,
        long inputId,
        String name,
        String slug,
        Recipe recipe,
        FrameSize size,
        Path file,
        MediaInfo media,
        Optional<IndexedChunk> chunk,
        Optional<IndexedSound> sound,
        long startMicros,
        OptionalLong durationMillis,
        long startTicks,
        boolean nightly,
        OptionalInt copied,
        int threads,
        boolean careful) {

    /** The same job, of a file that lies elsewhere. */
    EncodeJob of(Path other) {
        return new EncodeJob(
                fingerprint,
                claim,
                planId,
                inputId,
                name,
                slug,
                recipe,
                size,
                other,
                media,
                chunk,
                sound,
                startMicros,
                durationMillis,
                startTicks,
                nightly,
                copied,
                threads,
                careful);
    }

    /** What makes it: FFmpeg's name of the encoder; {@code copy} where it is cut as it was delivered. */
    String encoder() {
        return copied.isPresent() ? "copy" : Encoders.of(recipe);
    }

    /** Whether a device encodes it. */
    boolean isHardware() {
        return HardwareCoding.isHardware(encoder());
    }

    /** How long FFmpeg may make no progress. */
    Duration patience(Duration usual) {
        return careful ? usual.multipliedBy(2) : usual;
    }

    /** Its program call: in the background, unless nothing can be played before it is made, or that made it stall. */
    Command call(Command command) {
        return threads > 1 || careful ? command : command.inBackground();
    }

    /** What it is, for people: {@code HD chunk 3 of mila/sunset}. */
    String text() {
        String part = chunk.map(each -> " chunk " + each.number())
                .or(() -> sound.map(each -> " piece " + each.number()))
                .orElse("");
        return name + part + " of " + slug;
    }
}
