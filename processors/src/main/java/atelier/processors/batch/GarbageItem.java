package atelier.processors.batch;

/**
 * Something that nobody needs any more.
 *
 * @param kind {@code edition}, {@code output}, or {@code folder}: one that the catalogue does not know
 * @param what which one
 * @param bytes that it takes in the store
 * @param reason why it may go
 */
public record GarbageItem(String kind, String what, long bytes, String reason) {}
