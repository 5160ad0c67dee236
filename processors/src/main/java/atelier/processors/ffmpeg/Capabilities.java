package atelier.processors.ffmpeg;

import java.util.Set;

/**
 * What an FFmpeg can really do on this machine.
 *
 * @param working those that were tried and worked
 */
public record Capabilities(Set<Capability> working) {
    public Capabilities {
        working = Set.copyOf(working);
    }

    /** Whether it was tried and worked. */
    public boolean has(Capability capability) {
        return working.contains(capability);
    }
}
