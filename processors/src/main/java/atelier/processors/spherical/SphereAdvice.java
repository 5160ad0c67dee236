package atelier.processors.spherical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an artist should know of how an artwork's sphere is shown.
 *
 * @param findings what was found, for people; whole sentences
 * @param suggestion what it may be, where nobody says anything: for the artist to say
 */
public record SphereAdvice(List<String> findings, Optional<Projection> suggestion) {
    /** Flat films of this shape are seldom larger than the smallest spheres, and seldom so exactly. */
    private static final int LEAST_WIDTH = 1920;

    private static final String REMEDY = " Say how it is in the details: projection: equirectangular.";

    public SphereAdvice {
        findings = List.copyOf(findings);
    }

    /**
     * Advises.
     *
     * @param found what the file says
     * @param projection what the artist says
     * @param stereo what the artist says
     * @param troubles what the file says and cannot be used
     * @param width of the source's picture
     * @param height of the source's picture
     */
    public static SphereAdvice of(
            Sphere found,
            Optional<Projection> projection,
            Optional<Stereo> stereo,
            Optional<String> troubles,
            int width,
            int height) {
        List<String> findings = new ArrayList<>();
        troubles.filter(text -> projection.isEmpty()).ifPresent(text -> findings.add(text + REMEDY));
        projection
                .filter(told -> found.projection() != Projection.FLAT && told != found.projection())
                .ifPresent(told -> findings.add(contradiction(found.projection().text(), told.text())));
        stereo.filter(told -> found.stereo() != Stereo.MONO && told != found.stereo())
                .ifPresent(told -> findings.add(contradiction(found.stereo().text(), told.text())));
        boolean unsaid = found.isPlain() && projection.isEmpty() && troubles.isEmpty();
        return new SphereAdvice(
                findings,
                Optional.of(Projection.EQUIRECTANGULAR)
                        .filter(likely -> unsaid && width >= LEAST_WIDTH && width == 2 * height));
    }

    /** The same with something more that was found. */
    public SphereAdvice and(Optional<String> finding) {
        return new SphereAdvice(
                Stream.concat(findings.stream(), finding.stream()).toList(), suggestion);
    }

    private static String contradiction(String found, String told) {
        return "The file says " + found + ", the details say " + told + ": the details hold.";
    }
}
