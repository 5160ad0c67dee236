package atelier.processors.ffmpeg;

import java.util.List;

/**
 * Whether an encoder makes key frames where they are wanted, and nowhere else. All renditions are switched at the same pictures, and segments
 * are cut there; SVT-AV1 before 2.0 passes such wishes over. Pure.
 */
final class KeyFrameTrial {
    /** A scene changes at 24, where none is wanted. */
    private static final String FILM =
            "testsrc2=s=128x128:r=25:d=2.4,negate=enable=gte(n\\,24),settb=1/25,format=yuv420p";

    private static final List<Integer> WANTED = List.of(0, 10, 37);
    private static final int FRAMES = 60;

    /** Flags are listed where they are others than those of a key frame. */
    private static final String OTHER = "F=0x";

    private KeyFrameTrial() {}

    /** A call that lists what it encodes: {@code stream, dts, pts, duration, size, checksum}, and flags of all but key frames. */
    static List<String> of(String encoder) {
        return List.of(("-hide_banner -nostdin -v error -f lavfi -i " + FILM + " -c:v " + encoder
                        + " -preset 10 -crf 40 -maxrate 500k -bufsize 1000k -force_key_frames 0.000000,0.400000,1.480000"
                        + " -g 100000 -svtav1-params lp=1:irefresh-type=2:scd=0:mbr-overshoot-pct=25 -f framecrc -")
                .split(" "));
    }

    /** Whether what it listed is right. */
    static boolean passes(List<String> lines) {
        List<String> packets = lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        List<Integer> keys = packets.stream()
                .filter(packet -> !packet.contains(OTHER))
                .map(packet -> Integer.valueOf(packet.split(",\\s*")[2]))
                .toList();
        return packets.size() == FRAMES && keys.equals(WANTED);
    }
}
