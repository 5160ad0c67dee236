package atelier.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encoders and decoders in hardware. A recipe that names its {@code encoder} has that one, whatever stands here.
 *
 * @param policy whether renditions are made by them
 * @param families that may be used, the first that some node has: {@code nvenc}, {@code qsv}, {@code vaapi}, {@code videotoolbox}
 * @param sessions how many encodes a node has on them at a time: devices refuse more
 * @param rest how long an encoder that failed is not planned for
 * @param decode how sources are decoded for renditions, as FFmpeg's {@code -hwaccel}: {@code auto}, {@code cuda}, {@code vaapi} …; empty: in
 *     software. What a device cannot decode FFmpeg decodes itself
 */
public record HardwareSettings(
        @DefaultValue("never") Policy policy,

        @DefaultValue({"nvenc", "qsv", "vaapi", "videotoolbox"})
        List<String> families,

        @DefaultValue("2") int sessions,
        @DefaultValue("1h") Duration rest,
        @DefaultValue("") String decode) {
    public HardwareSettings {
        families = List.copyOf(families);
        if (sessions < 1) {
            throw new IllegalArgumentException("atelier.hardware.sessions must be 1 or more: 2");
        }
        if (policy != Policy.NEVER && families.isEmpty()) {
            throw new IllegalArgumentException("atelier.hardware.families must name one: nvenc");
        }
    }

    /** Whether hardware encodes. */
    public enum Policy {
        /** Where a node has it, and in software where it failed. */
        PREFER,
        /** Always: where it fails, so does the rendition. */
        REQUIRE,
        /** In software. */
        NEVER
    }
}
