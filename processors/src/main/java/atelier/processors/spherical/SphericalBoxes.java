package atelier.processors.spherical;

import atelier.processors.index.Fingerprint;
import atelier.processors.mp4.Box;
import atelier.processors.mp4.InitSegment;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an MP4 file says of a sphere: the boxes {@code st3d} and {@code sv3d} of Spherical Video V2, in the sample entry. What they say is in
 * shares of the frame, so it holds for every size. Of HEVC, {@code vexu} says it again, as Apple's players want it (ISO Base Media File Format and
 * Apple HEVC Stereo Video, 2023; Apple Projected Media Profile, 2025).
 */
public final class SphericalBoxes {
    private static final Set<String> TYPES = Set.of("st3d", "sv3d", "vexu");

    /** Fixed point of 16 bits behind the point. */
    private static final double DEGREE = 1 << 16;

    /** A quarter of the frame, of 32 bits behind the point. */
    private static final int QUARTER = 1 << 30;

    /** Digits that tell a few spheres from each other. */
    private static final int NAME = 16;

    private static final String HEVC = "hvc1";
    private static final String WRITTEN_BY = "Atelier";

    private SphericalBoxes() {}

    /** An init segment that says so, whatever it said before. */
    public static InitSegment in(InitSegment init, Sphere sphere) {
        return init.withInEntry(TYPES, of(sphere, init.codec().startsWith(HEVC)));
    }

    /** An init segment that says nothing of it. */
    public static InitSegment without(InitSegment init) {
        return init.withInEntry(TYPES, List.of());
    }

    /** What an init segment says. */
    public static Told read(InitSegment init) {
        ByteArrayOutputStream boxes = new ByteArrayOutputStream();
        TYPES.stream()
                .flatMap(type -> init.inEntry(type).stream())
                .map(Box::toBytes)
                .forEach(boxes::writeBytes);
        return new BoxReading().read(Parts.of(ByteBuffer.wrap(boxes.toByteArray())));
    }

    /**
     * What tells it from others: the same for the same boxes.
     *
     * @param codec RFC 6381 codec string of the pictures
     */
    public static String name(Sphere sphere, String codec) {
        Fingerprint fingerprint = new Fingerprint("sphere 1");
        of(sphere, codec.startsWith(HEVC)).forEach(box -> fingerprint.add(box.toBytes()));
        return fingerprint.hex().substring(0, NAME);
    }

    private static List<Box> of(Sphere sphere, boolean apple) {
        List<Box> boxes = new ArrayList<>();
        if (!sphere.isPlain()) {
            boxes.add(leaf("st3d", full(1).put(stereo(sphere.stereo()))));
        }
        // In between: FFmpeg refuses files with it before st3d, and behind sv3d it forgets how the sphere is turned.
        if (apple) {
            AppleBoxes.of(sphere).ifPresent(boxes::add);
        }
        if (hasBox(sphere.projection())) {
            boxes.add(container(
                    "sv3d",
                    List.of(source(), container("proj", List.of(pose(sphere.pose()), bounds(sphere.projection()))))));
        }
        return boxes;
    }

    /** V2 has no box for equi-angular cubes, which are published as something else. */
    private static boolean hasBox(Projection projection) {
        return projection != Projection.FLAT && projection != Projection.EQUIANGULAR_CUBEMAP;
    }

    private static byte stereo(Stereo stereo) {
        return (byte)
                switch (stereo) {
                    case MONO -> 0;
                    case TOP_BOTTOM -> 1;
                    case LEFT_RIGHT -> 2;
                };
    }

    private static Box source() {
        byte[] name = WRITTEN_BY.getBytes(StandardCharsets.UTF_8);
        return leaf("svhd", full(name.length + 1).put(name));
    }

    private static Box pose(Pose pose) {
        return leaf(
                "prhd",
                full(12).putInt(fixed(pose.yaw())).putInt(fixed(pose.pitch())).putInt(fixed(pose.roll())));
    }

    private static int fixed(double degrees) {
        return (int) Math.round(degrees * DEGREE);
    }

    /** What is missing of the sphere at each side; or a cube's layout, of which there is one, and its padding. */
    private static Box bounds(Projection projection) {
        if (projection == Projection.CUBEMAP) {
            return leaf("cbmp", full(8));
        }
        int sides = projection == Projection.HALF_EQUIRECTANGULAR ? QUARTER : 0;
        return leaf("equi", full(16).putInt(0).putInt(0).putInt(sides).putInt(sides));
    }

    /** A full box's version and flags, and so many bytes more. */
    private static ByteBuffer full(int bytes) {
        return ByteBuffer.allocate(4 + bytes).putInt(0);
    }

    private static Box leaf(String type, ByteBuffer body) {
        return new Box.Leaf(type, body.array());
    }

    private static Box container(String type, List<Box> children) {
        return new Box.Container(type, new byte[0], children);
    }
}
