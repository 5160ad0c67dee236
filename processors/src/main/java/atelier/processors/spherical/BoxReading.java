package atelier.processors.spherical;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Understands what a sample entry says of a sphere: {@code st3d} and {@code sv3d} of Spherical Video V2, else Apple's {@code vexu}. For one use.
 */
final class BoxReading {
    private static final double DEGREE = 1 << 16;
    private static final double WHOLE = 1L << 32;
    private static final double QUARTER = 0.25;

    /** VR180 cameras round to pixels. */
    private static final double NEARLY = 0.01;

    private static final int VERSION_AND_FLAGS = 4;

    private final List<String> troubles = new ArrayList<>();
    private Pose pose = Pose.UPRIGHT;

    /** @param entry the boxes in a sample entry */
    Told read(Parts entry) {
        Optional<Parts> apple = entry.inside("vexu");
        Optional<Stereo> stereo =
                entry.find("st3d").isPresent() ? entry.find("st3d").flatMap(this::stereo) : apple.flatMap(this::packed);
        Optional<Projection> projection = entry.find("sv3d").isPresent()
                ? entry.inside("sv3d").flatMap(this::projection)
                : apple.flatMap(this::projected);
        return new Told(projection, stereo, pose, troubles);
    }

    private Optional<Stereo> stereo(ByteBuffer body) {
        int mode = body.remaining() > VERSION_AND_FLAGS ? body.get(VERSION_AND_FLAGS) : -1;
        return switch (mode) {
            case 0 -> Optional.of(Stereo.MONO);
            case 1 -> Optional.of(Stereo.TOP_BOTTOM);
            case 2 -> Optional.of(Stereo.LEFT_RIGHT);
            default -> trouble("The file lays out the pictures of two eyes (its st3d box) in a way that is not known.");
        };
    }

    private Optional<Projection> projection(Parts sphere) {
        try {
            Parts parts = sphere.inside("proj").orElseThrow(BufferUnderflowException::new);
            parts.find("prhd").map(BoxReading::fields).ifPresent(this::turn);
            return known(parts);
        } catch (BufferUnderflowException e) {
            return trouble("The file's description of its sphere (its sv3d box) is broken.");
        }
    }

    private Optional<Projection> known(Parts parts) {
        Optional<ByteBuffer> bounds = parts.find("equi").map(BoxReading::fields);
        Optional<ByteBuffer> cube = parts.find("cbmp").map(BoxReading::fields);
        if (bounds.isPresent()) {
            return equirectangular(bounds.get());
        }
        if (cube.isPresent()) {
            return cube.get().getInt() == 0 && cube.get().getInt() == 0
                    ? Optional.of(Projection.CUBEMAP)
                    : trouble("The file's cube is laid out in a way that is not known.");
        }
        return trouble(
                parts.find("mshp").isPresent()
                        ? "The file's sphere lies on a mesh (its mshp box), which is not unfolded here."
                        : "The file's sphere is laid on the frame in a way that is not known.");
    }

    private Optional<Projection> equirectangular(ByteBuffer bounds) {
        double[] missing = new double[4];
        for (int side = 0; side < missing.length; side++) {
            missing[side] = Integer.toUnsignedLong(bounds.getInt()) / WHOLE;
        }
        boolean high = missing[0] + missing[1] == 0;
        if (high && missing[2] + missing[3] == 0) {
            return Optional.of(Projection.EQUIRECTANGULAR);
        }
        return high && isQuarter(missing[2]) && isQuarter(missing[3])
                ? Optional.of(Projection.HALF_EQUIRECTANGULAR)
                : trouble("The file has a part of a sphere that is not its front half.");
    }

    private static boolean isQuarter(double share) {
        return Math.abs(share - QUARTER) < NEARLY;
    }

    private void turn(ByteBuffer header) {
        pose = new Pose(header.getInt() / DEGREE, header.getInt() / DEGREE, header.getInt() / DEGREE);
    }

    private Optional<Stereo> packed(Parts apple) {
        return apple.inside("pack")
                .flatMap(pack -> pack.find("pkin"))
                .map(BoxReading::code)
                .map(kind -> switch (kind) {
                    case "side" -> Stereo.LEFT_RIGHT;
                    case "over" -> Stereo.TOP_BOTTOM;
                    default -> Stereo.MONO;
                });
    }

    private Optional<Projection> projected(Parts apple) {
        return apple.inside("proj")
                .flatMap(proj -> proj.find("prji"))
                .map(BoxReading::code)
                .flatMap(kind -> switch (kind) {
                    case "rect" -> Optional.of(Projection.FLAT);
                    case "equi" -> Optional.of(Projection.EQUIRECTANGULAR);
                    case "hequ" -> Optional.of(Projection.HALF_EQUIRECTANGULAR);
                    default ->
                        trouble("The file's sphere is laid on the frame in a way that is not known (\""
                                + printable(kind) + "\").");
                });
    }

    private static String code(ByteBuffer body) {
        ByteBuffer fields = fields(body);
        byte[] code = new byte[Math.min(4, fields.remaining())];
        fields.get(code);
        return new String(code, StandardCharsets.ISO_8859_1);
    }

    private static String printable(String code) {
        return code.replaceAll("[^a-z0-9 ]", "?");
    }

    /** What comes behind version and flags. */
    private static ByteBuffer fields(ByteBuffer body) {
        return body.position(Math.min(VERSION_AND_FLAGS, body.limit())).slice();
    }

    private <T> Optional<T> trouble(String text) {
        troubles.add(text);
        return Optional.empty();
    }
}
