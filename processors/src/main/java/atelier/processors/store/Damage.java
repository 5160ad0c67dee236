package atelier.processors.store;

/** How a stored object is not what the catalogue says. */
public sealed interface Damage {

    /** Which object. */
    String key();

    /** For people: which object, and what is wrong with it. */
    String text();

    /** It is not there. */
    record Missing(String key) implements Damage {
        @Override
        public String text() {
            return key + " is missing";
        }
    }

    /**
     * It is longer or shorter.
     *
     * @param expected bytes
     * @param found bytes
     */
    record WrongSize(String key, long expected, long found) implements Damage {
        @Override
        public String text() {
            return key + " has " + found + " bytes instead of " + expected;
        }
    }

    /** It is as long as it should be, and has another hash. */
    record WrongContent(String key) implements Damage {
        @Override
        public String text() {
            return key + " has other content";
        }
    }
}
