package atelier.processors.encode;

import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.ProgramException.Cause;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.work.PostponedException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes outputs on devices, where that is planned. Where a device fails, what it was to make is planned without it, if it may be:
 * until that is done (a source that is still being read keeps its plan), the job waits.
 */
public final class DeviceWork {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** These say nothing of the device. */
    private static final Set<Cause> NOT_ITS_FAULT = Set.of(Cause.INTERRUPTED, Cause.NOT_STARTED);

    private final EncoderFallback fallback;
    private final Devices devices;

    public DeviceWork(EncoderFallback fallback, Devices devices) {
        this.fallback = fallback;
        this.devices = devices;
    }

    /** @throws PostponedException if no session is free, or it cannot be planned without the device yet */
    void make(EncodeJob job, Consumer<EncodeJob> making) {
        if (job.isHardware()) {
            attempt(job, making);
        } else {
            making.accept(job);
        }
    }

    private void attempt(EncodeJob job, Consumer<EncodeJob> making) {
        if (fallback.rests(job.encoder())) {
            leave(job);
            return;
        }
        Devices.Session session = devices.take(job.encoder());
        try {
            making.accept(job);
        } catch (ProgramException | OutputCheckException | Mp4Exception | UnlikeSourceException e) {
            boolean innocent = e instanceof ProgramException call && NOT_ITS_FAULT.contains(call.cause());
            if (innocent || !fallback.failed(job.encoder(), job.text() + ": " + e.getMessage())) {
                throw e;
            }
            leave(job);
        } finally {
            session.close();
        }
    }

    /** No plan that counts needs it any more. */
    private void leave(EncodeJob job) {
        if (!fallback.replan(job.fingerprint(), job.encoder())) {
            throw new PostponedException("its plan without " + job.encoder() + ", which failed", LOOK_AGAIN);
        }
    }
}
