package atelier.processors.conformance;

import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphericalBoxes;
import atelier.processors.spherical.Told;
import java.util.Collection;
import java.util.Optional;

/** What the init segments of pictures say of a sphere: players go from one rendition to another, and turn them all alike. */
final class SphereRules {
    private final Findings findings;

    SphereRules(Findings findings) {
        this.findings = findings;
    }

    void check(Collection<Track> tracks) {
        Optional<Sphere> first = Optional.empty();
        for (Track track : tracks.stream().filter(Track::isVideo).toList()) {
            Told told = SphericalBoxes.read(track.init());
            told.troubles()
                    .forEach(each -> findings.add(Rule.SPHERE, track.playlist().key(), "%s", each));
            Sphere sphere = told.sphere();
            findings.unless(
                    first.orElse(sphere).equals(sphere),
                    Rule.SPHERE,
                    track.playlist().key(),
                    "%s, %s, unlike the first",
                    sphere.projection().text(),
                    sphere.stereo().text());
            first = first.or(() -> Optional.of(sphere));
        }
    }
}
