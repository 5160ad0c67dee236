package atelier.processors.bucket;

/**
 * An object that is there and is to be dealt with.
 *
 * @param bucket that it was delivered to
 * @param object what is known of it
 * @param remote where it is
 * @param version what is there now
 */
record Found(WatchedBucket bucket, BucketObject object, RemoteObject remote, ObjectVersion version) {
    long id() {
        return object.id();
    }
}
