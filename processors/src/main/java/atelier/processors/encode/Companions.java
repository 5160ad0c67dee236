package atelier.processors.encode;

import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.work.Admission;
import atelier.processors.work.AlongClaims;
import atelier.processors.work.Claim;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes a chunk of pictures together with those that are best made along with it. They are claimed as well; their own jobs make them if
 * that went wrong here.
 */
record Companions(
        EncodeJobs jobs, VideoEncoder video, Outputs outputs, InHand inHand, Admission admission, AlongClaims claims) {

    void make(EncodeJob job) throws IOException {
        List<Along> along = jobs.along(job, this::take).stream()
                .map(each -> each.of(job.file()))
                .flatMap(each -> admit(each).stream())
                .toList();
        if (along.isEmpty() && jobs.awaited(job).isPresent()) {
            video.encodeAwaited(job, () -> jobs.awaited(job));
            return;
        }
        try {
            video.encode(job, along.stream().map(Along::job).toList());
        } finally {
            along.forEach(each -> {
                each.place().close();
                end(each.job());
            });
        }
    }

    private record Along(EncodeJob job, Admission.Place place) {}

    /** What does not fit is left to its own job, which says what it waits for. */
    private Optional<Along> admit(EncodeJob along) {
        Optional<Along> admitted =
                admission.admitAlong(along.fingerprint(), Estimate.bytes(along)).map(place -> new Along(along, place));
        if (admitted.isEmpty()) {
            end(along);
        }
        return admitted;
    }

    private Optional<Claim> take(String fingerprint) {
        if (!inHand.take(fingerprint)) {
            return Optional.empty();
        }
        Optional<Claim> claim = claims.take(fingerprint);
        if (claim.isEmpty()) {
            inHand.release(fingerprint);
        }
        return claim;
    }

    private void end(EncodeJob along) {
        inHand.release(along.fingerprint());
        claims.end(
                along.claim(),
                () -> outputs.find(along.fingerprint()).filter(Output::made).isPresent());
    }
}
