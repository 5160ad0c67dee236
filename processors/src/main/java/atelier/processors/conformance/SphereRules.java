package atelier.processors.conformance;

import atelier.processors.conformance.MultivariantText.Reference;
import atelier.processors.spherical.AppleBoxes;
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

    /** What a playlist says that a player must be able to turn. */
    void layout(Reference variant, Track track, boolean understood) {
        Optional<String> declared = variant.value("REQ-VIDEO-LAYOUT");
        Optional<String> real =
                AppleBoxes.layout(SphericalBoxes.read(track.init()).sphere());
        findings.unless(
                declared.isEmpty()
                        || (declared.equals(real)
                                && understood
                                && track.init().sampleEntry().equals("hvc1")),
                Rule.LAYOUT,
                variant.place(),
                "%s for %s",
                declared.orElse(""),
                real.orElse("a flat picture"));
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
