package atelier.processors.ffmpeg;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an FFmpeg can really do on this machine.
 *
 * @param working those that were tried and worked
 */
public record Capabilities(Set<Capability> working) {
    public Capabilities {
        working = Set.copyOf(working);
    }

    /** FFmpeg's names of those among some that work. */
    public Set<String> names(Set<Capability> among) {
        return among.stream()
                .filter(working::contains)
                .map(Capability::ffmpegName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it was tried and worked. */
    public boolean has(Capability capability) {
        return working.contains(capability);
    }
}
