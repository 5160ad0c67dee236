package bench;

/**
 * What one change cost.
 *
 * @param name of the case
 * @param counters what was encoded and reused
 * @param frames how many pictures of HD were encoded
 * @param usage CPU until nothing was left to do, and wall time until the artwork was ready
 * @param reading seconds that reading the delivered file once takes; 0 where none was delivered
 */
record Step(String name, Counters counters, long frames, Usage usage, double reading) {

    double ratio(Step full) {
        return usage.cpu() / full.usage.cpu();
    }
}
