package bench;

/**
 * What was measured in one run.
 *
 * @param atelier the minute by Atelier
 * @param together by one hand-written process
 * @param apart by one hand-written process for each rendition
 * @param firstOfMinute seconds from the end of the copy until the minute could be played
 * @param firstOfTenMinutes the same of the ten minutes
 */
record Run(Usage atelier, Usage together, Usage apart, double firstOfMinute, double firstOfTenMinutes) {

    Run withTogether(Usage usage) {
        return new Run(atelier, usage, apart, firstOfMinute, firstOfTenMinutes);
    }

    Run withApart(Usage usage) {
        return new Run(atelier, together, usage, firstOfMinute, firstOfTenMinutes);
    }
}
