package atelier.processors.store;

import atelier.processors.s3.Trouble;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in words why a bucket could not be used, what follows and what to do. */
final class BucketFailures {
    private final BucketPlace place;

    BucketFailures(BucketPlace place) {
        this.place = place;
    }

    /** @param what could not be done, as a sentence */
    StoreException of(String what, SdkException cause) {
        return new StoreException(what + " " + why(cause) + " What needs it waits, and goes on by itself.", cause);
    }

    /** Of one of several things that were done at a time. */
    StoreException of(String what, ExecutionException cause) {
        if (cause.getCause() instanceof SdkException sdk) {
            return of(what, sdk);
        }
        return cause.getCause() instanceof RangeRead.CutException cut
                ? new StoreException(what + " " + cut.getMessage(), cause)
                : new StoreException(what, cause);
    }

    /** Who waited for it is told to end: so are those who asked. */
    StoreException of(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StoreException(what + " " + Trouble.STOPPED.advice(), cause);
    }

    /** Why the bucket could not be used, as sentences. */
    String why(SdkException cause) {
        Trouble trouble = Trouble.of(cause);
        return place + ": " + trouble.reason() + ". " + trouble.advice() + " (" + Trouble.said(cause) + ")";
    }
}
