package atelier.processors.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Finds out what an FFmpeg can do by trying it: being listed does not mean to work. What was found is remembered in the
 * tools folder for as long as the program stays the same.
 */
public final class CapabilityProbe {
    private static final Logger log = LoggerFactory.getLogger(CapabilityProbe.class);
    private static final Limits BRIEF = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 0, 0);
    private static final int AT_A_TIME = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final Programs programs;
    private final Path tools;
    private final KnownCapabilities known;

    /** @param tools folder in which what was found is remembered */
    public CapabilityProbe(Programs programs, FfmpegInstallation installation, Path tools) {
        this.programs = programs;
        this.tools = tools.toAbsolutePath().normalize();
        this.known = new KnownCapabilities(this.tools, installation);
    }

    /**
     * Tries what is asked for and was not tried before.
     *
     * @throws ProgramException if a trial could not be made, which says nothing about the capability
     */
    public Capabilities probe(Set<Capability> wanted) {
        Map<Capability, Boolean> found = known.read();
        // Devices and their drivers come and go without FFmpeg changing.
        found.keySet().removeAll(Capability.HARDWARE);
        Set<Capability> unknown = EnumSet.allOf(Capability.class);
        unknown.retainAll(wanted);
        unknown.removeAll(found.keySet());
        if (!unknown.isEmpty()) {
            found.putAll(tried(unknown));
            known.write(found);
        }
        Set<Capability> working = EnumSet.noneOf(Capability.class);
        wanted.stream()
                .filter(capability -> found.getOrDefault(capability, false))
                .forEach(working::add);
        return new Capabilities(working);
    }

    private Map<Capability, Boolean> tried(Set<Capability> unknown) {
        known.createFolder();
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<Capability, Future<Boolean>> trials = new LinkedHashMap<>();
            unknown.forEach(capability -> trials.put(capability, pool.submit(() -> works(capability))));
            Map<Capability, Boolean> results = new EnumMap<>(Capability.class);
            for (Map.Entry<Capability, Future<Boolean>> trial : trials.entrySet()) {
                results.put(trial.getKey(), trial.getValue().get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while trying what FFmpeg can do; start again.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean works(Capability capability) {
        Command command = new Command(Program.FFMPEG, capability.trial(), tools);
        try {
            List<String> lines = new ArrayList<>();
            programs.run(command, BRIEF, lines::add);
            boolean passes = capability.passes(lines);
            if (!passes) {
                log.warn(
                        "{} of this FFmpeg makes key frames elsewhere than where they are wanted, and is not used.",
                        capability.ffmpegName());
            }
            return passes;
        } catch (ProgramException e) {
            if (e.cause() != ProgramException.Cause.FAILED) {
                throw e;
            }
            log.atLevel(Capability.HARDWARE.contains(capability) ? Level.INFO : Level.WARN)
                    .log("{} does not work with this FFmpeg: {}", capability.ffmpegName(), e.getMessage());
            return false;
        }
    }
}
