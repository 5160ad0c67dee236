package atelier.processors.installation;

/** A playlist breaks a rule; the text says where, and which. */
public final class InstallationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InstallationRefusedException(String place, String problem) {
        super((place.isEmpty() ? "The playlist" : "\"" + place + "\"") + " " + problem
                + " Nothing was saved. Correct it and save again.");
    }
}
