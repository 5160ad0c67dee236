package atelier.processors.publish;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.mp4.InitSegment;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphericalBoxes;
import atelier.processors.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The init segments that editions refer to. An output knows nothing of spheres, and may be of several artworks: beside its own init segment lies
 * one for each sphere that it was published as, under a name that says which.
 */
final class PublishedInits {
    private final Store store;

    PublishedInits(Store store) {
        this.store = store;
    }

    /** The init segment of a rendition that has segments. */
    InitSegment of(RenditionProgress rendition) {
        String fingerprint = fingerprint(rendition);
        try (InputStream stream = store.open(MediaAddress.init(fingerprint), 0)) {
            InitSegment own = InitSegment.read(stream.readAllBytes());
            return rendition.sphere().isPlain() ? own : SphericalBoxes.in(own, rendition.sphere());
        } catch (IOException e) {
            throw new UncheckedIOException("The init segment of " + fingerprint + " cannot be read.", e);
        }
    }

    /** Where it is stored, from now on. */
    String stored(RenditionProgress rendition) {
        Sphere sphere = rendition.sphere();
        if (sphere.isPlain()) {
            return MediaAddress.init(fingerprint(rendition));
        }
        String key = MediaAddress.init(
                fingerprint(rendition),
                SphericalBoxes.name(sphere, rendition.info().orElseThrow().codec()));
        if (store.size(key).isEmpty()) {
            store.put(key, of(rendition).bytes());
        }
        return key;
    }

    private static String fingerprint(RenditionProgress rendition) {
        return rendition.ready().get(0).fingerprint();
    }
}
