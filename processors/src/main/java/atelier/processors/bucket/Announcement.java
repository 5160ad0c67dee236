package atelier.processors.bucket;

/**
 * That an object was put into a bucket, as an event says. It may be there no longer, or have been replaced, and the same may be
 * said twice: it is a reason to look, and no more.
 *
 * @param bucket its name
 * @param key as the bucket has it
 */
record Announcement(String bucket, String key) {}
