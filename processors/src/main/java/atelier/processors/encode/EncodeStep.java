package atelier.processors.encode;

import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.work.Admission;
import atelier.processors.work.AlongClaims;
import atelier.processors.work.Claim;
import atelier.processors.work.Failure;
import atelier.processors.work.JobProgress;
import atelier.processors.work.LostClaimException;
import atelier.processors.work.PostponedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Makes an output, unless it is there already or nobody needs it any more, and what is best made along with it. */
public final class EncodeStep {
    private static final Logger LOG = LoggerFactory.getLogger(EncodeStep.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final InHand inHand = new InHand();
    private final EncodeJobs jobs;
    private final InputFiles files;
    private final Outputs outputs;
    private final ChunkCopier copier;
    private final AudioEncoder audio;
    private final TextEncoder text;
    private final PosterEncoder poster;
    private final Opening night;
    private final Admission admission;
    private final JobProgress progress;
    private final Companions companions;
    private final DeviceWork devices;

    public EncodeStep(
            EncodeJobs jobs,
            InputFiles files,
            Outputs outputs,
            VideoEncoder video,
            ChunkCopier copier,
            AudioEncoder audio,
            TextEncoder text,
            PosterEncoder poster,
            Opening night,
            Admission admission,
            JobProgress progress,
            AlongClaims alongClaims,
            DeviceWork devices) {
        this.jobs = jobs;
        this.files = files;
        this.outputs = outputs;
        this.copier = copier;
        this.audio = audio;
        this.text = text;
        this.poster = poster;
        this.night = night;
        this.admission = admission;
        this.progress = progress;
        this.companions = new Companions(jobs, video, outputs, inHand, admission, alongClaims);
        this.devices = devices;
    }

    /**
     * Makes an output.
     *
     * @param claim of its job
     * @throws PostponedException if this node is making it, or it waits for the night or for room
     * @throws LostClaimException if its job went to another node meanwhile
     * @throws RuntimeException if it could not be made; {@link Failure} says what follows
     */
    public void encode(Claim claim) {
        String fingerprint = claim.id();
        if (!inHand.take(fingerprint)) {
            throw new PostponedException("another encode, which makes it along", LOOK_AGAIN);
        }
        try {
            encodeMissing(claim);
        } finally {
            inHand.release(fingerprint);
        }
    }

    private void encodeMissing(Claim claim) {
        String fingerprint = claim.id();
        if (outputs.find(fingerprint).map(Output::made).orElse(true)) {
            return;
        }
        Optional<EncodeJob> job = jobs.find(claim);
        if (job.isEmpty()) {
            LOG.info("Output {} is needed no more: it is not made.", fingerprint);
            return;
        }
        postponeToNight(job.get());
        Admission.Place place = admission.admit(fingerprint, Estimate.bytes(job.get()));
        try {
            nameInLog(job.get());
            devices.make(job.get(), this::attend);
        } finally {
            place.close();
        }
    }

    /** Until the job ends, structured logs have it as fields. */
    private static void nameInLog(EncodeJob job) {
        MDC.put("artwork", job.slug());
        MDC.put("rendition", job.name());
        job.chunk().ifPresent(chunk -> MDC.put("chunk", Integer.toString(chunk.number())));
    }

    private void attend(EncodeJob job) {
        progress.begin(job.fingerprint());
        try {
            files.during(job, this::make);
        } catch (IOException e) {
            throw new UncheckedIOException(job.text() + " could not be written.", e);
        } finally {
            progress.end(job.fingerprint());
        }
    }

    private void postponeToNight(EncodeJob job) {
        night.closedFor().filter(duration -> job.nightly()).ifPresent(duration -> {
            throw new PostponedException("the night", duration);
        });
    }

    /** Records that an output cannot be made. */
    public void giveUp(String fingerprint, Throwable cause) {
        outputs.failed(fingerprint, jobs.text(fingerprint) + " could not be encoded: " + cause.getMessage());
    }

    private void make(EncodeJob job) throws IOException {
        switch (job.recipe().kind()) {
            case VIDEO -> {
                if (job.copied().isPresent()) {
                    copier.copy(job);
                } else {
                    companions.make(job);
                }
            }
            case AUDIO -> audio.encode(job);
            case TEXT -> text.encode(job);
            case POSTER -> poster.encode(job);
        }
    }
}
