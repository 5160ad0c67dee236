package atelier.processors.spherical;

import atelier.processors.mp4.InitSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** MP4 files that say something of a sphere. */
public final class SphereFiles {
    private SphereFiles() {}

    /** A fragmented file of pictures alone that says what another does not. */
    public static Path saying(Sphere sphere, Path plain, Path target) throws IOException {
        return withInit(
                plain, SphericalBoxes.in(InitSegment.read(plain), sphere).bytes(), target);
    }

    /** The same with another beginning. */
    static Path withInit(Path plain, byte[] init, Path target) throws IOException {
        byte[] bytes = Files.readAllBytes(plain);
        int before = InitSegment.read(plain).bytes().length;
        ByteBuffer file = ByteBuffer.allocate(init.length + bytes.length - before);
        return Files.write(
                target, file.put(init).put(bytes, before, bytes.length - before).array());
    }
}
