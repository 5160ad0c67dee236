package atelier.processors.spherical;

import atelier.processors.mp4.InitSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MP4 files that say something of a sphere. */
public final class SphereFiles {
    private static final List<String> SOUND_ENTRY = List.of("moov", "trak", "mdia", "minf", "stbl", "stsd", "mp4a");

    private SphereFiles() {}

    /** A fragmented file of pictures alone that says what another does not. */
    public static Path saying(Sphere sphere, Path plain, Path target) throws IOException {
        return withInit(
                plain, SphericalBoxes.in(InitSegment.read(plain), sphere).bytes(), target);
    }

    /** A file with its {@code moov} at its end, whose sound is said to be first-order ambisonics in the order of ACN. */
    public static Path around(Path plain, Path target) throws IOException {
        byte[] file = Files.readAllBytes(plain);
        byte[] box = Ambisonics.firstOrderBox().toBytes();
        ByteBuffer sizes = ByteBuffer.wrap(file);
        int entry = 0;
        for (String type : SOUND_ENTRY) {
            int body = type.equals("trak") ? soundTrack(file, entry) : indexOf(file, type, entry) + 4;
            sizes.putInt(body - 8, sizes.getInt(body - 8) + box.length);
            entry = body;
        }
        int end = entry - 8 + sizes.getInt(entry - 8) - box.length;
        ByteBuffer whole = ByteBuffer.allocate(file.length + box.length);
        whole.put(file, 0, end).put(box).put(file, end, file.length - end);
        return Files.write(target, whole.array());
    }

    /** A file whose {@code moov} comes first, with a box more at the end of its first track. */
    static Path withInTrack(Path plain, byte[] box, Path target) throws IOException {
        byte[] file = Files.readAllBytes(plain);
        ByteBuffer sizes = ByteBuffer.wrap(file);
        int movie = indexOf(file, "moov", 0) - 4;
        int track = indexOf(file, "trak", movie) - 4;
        int end = track + sizes.getInt(track);
        for (int each : List.of(movie, track)) {
            sizes.putInt(each, sizes.getInt(each) + box.length);
        }
        ByteBuffer whole = ByteBuffer.allocate(file.length + box.length);
        whole.put(file, 0, end).put(box).put(file, end, file.length - end);
        return Files.write(target, whole.array());
    }

    /** The pictures' track is the first. */
    private static int soundTrack(byte[] file, int movie) {
        int pictures = indexOf(file, "trak", movie) + 4;
        return indexOf(file, "trak", pictures) + 4;
    }

    private static int indexOf(byte[] file, String type, int from) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(type, from);
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
