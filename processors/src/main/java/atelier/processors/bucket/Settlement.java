package atelier.processors.bucket;

import java.util.Optional;
import java.util.OptionalLong;

/** Records what became of an object, and deals with the original by that. */
final class Settlement {
    private final BucketObjects objects;
    private final Originals originals;

    Settlement(BucketObjects objects, Originals originals) {
        this.objects = objects;
        this.originals = originals;
    }

    /** @param inputId the input that was made of it; none where its content was known */
    void taken(Found found, String sha256, OptionalLong inputId) {
        objects.taken(found.id(), found.version().text(), sha256, inputId);
        finish(found);
    }

    void refused(Found found, String why) {
        objects.refused(found.id(), found.version().text(), why);
        finish(found);
    }

    /** Deals with the original, if it is known by now whether it can be used; else the sweep comes back to it. */
    void finish(Found found) {
        if (objects.isUnread(found.id())) {
            return;
        }
        objects.refusal(found.id())
                .ifPresent(why -> objects.refused(found.id(), found.version().text(), why));
        BucketObject now = objects.find(found.id()).orElseThrow();
        Optional<String> refusal = now.outcome().filter(Outcome.REFUSED::equals).flatMap(outcome -> now.error());
        ObjectVersion left = originals.settle(found.bucket(), found.remote(), found.version(), refusal);
        objects.afterDone(found.id(), left.text());
    }
}
