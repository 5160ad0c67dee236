package atelier.processors.catalog;

/**
 * What a batch found of an artwork.
 *
 * @param slug the artwork
 * @param kind {@code recipes}, {@code damaged}, {@code stuck}, {@code source changed}, {@code source lost}
 * @param text what it is, and what follows
 * @param needed how many outputs are to be made because of it
 * @param reused how many are there
 */
public record BatchFinding(String slug, String kind, String text, int needed, int reused) {}
