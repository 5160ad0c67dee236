package bench;

/**
 * What was measured in one run.
 *
 * @param atelier the minute by Atelier, unseen
 * @param together by one hand-written process
 * @param apart by one hand-written process for each rendition
 * @param viewing the same by Atelier while somebody watches
 * @param firstOfTenMinutes seconds from the end of the copy until the ten minutes could be played
 */
record Run(Usage atelier, Usage together, Usage apart, Viewing viewing, double firstOfTenMinutes) {

    Run withTogether(Usage usage) {
        return new Run(atelier, usage, apart, viewing, firstOfTenMinutes);
    }

    Run withApart(Usage usage) {
        return new Run(atelier, together, usage, viewing, firstOfTenMinutes);
    }
}
