package bench;

/**
 * The minute, watched while it was made.
 *
 * @param usage what making it cost
 * @param first seconds from the end of the copy until it could be played
 * @param waited seconds that the viewer had to wait after that
 */
record Viewing(Usage usage, double first, double waited) {}
