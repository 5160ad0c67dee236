package atelier.processors.ladder;

/** renditions.yml cannot be used: names the field, the problem and an example. */
public final class LadderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LadderException(String field, String problem, String example) {
        super("renditions.yml, " + field + ": " + problem + " Example: " + example);
    }
}
