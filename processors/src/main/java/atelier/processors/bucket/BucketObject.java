package atelier.processors.bucket;

import java.util.Optional;

/**
 * An object that was noticed.
 *
 * @param id its key in the catalogue
 * @param bucket its name
 * @param key of the object
 * @param noticed how often it was announced
 * @param version of which the outcome is
 * @param outcome what became of it, if it was looked at before
 * @param afterDue whether the original is still to be moved or tagged
 * @param error why it was refused or failed
 */
record BucketObject(
        long id,
        String bucket,
        String key,
        long noticed,
        Optional<String> version,
        Optional<Outcome> outcome,
        boolean afterDue,
        Optional<String> error) {

    /** For people. */
    String text() {
        return "s3://" + bucket + "/" + key;
    }

    /** Whether that version was dealt with. */
    boolean isSettled(ObjectVersion found) {
        return outcome.filter(Outcome::isFinal).isPresent()
                && version.filter(found.text()::equals).isPresent();
    }
}
