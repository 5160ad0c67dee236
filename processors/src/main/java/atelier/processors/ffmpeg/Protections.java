package atelier.processors.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a program call: small programs of the system, each of which sets something and then becomes the
 * next.
 *
 * @param session {@code setsid}: Ctrl-C reaches Atelier alone, and all that the call starts can be killed together
 * @param limits {@code prlimit}: memory, size of files, no core dumps
 * @param deathSignal {@code setpriv}: the kernel kills the call when the thread that started it ends, however it ends
 * @param niceness {@code nice}: a call in the background gets what the others leave of the processor
 * @param sandbox keeps it from the network, and from files
 */
record Protections(
        Optional<Path> session,
        Optional<Path> limits,
        Optional<Path> deathSignal,
        Optional<Path> niceness,
        Sandbox sandbox) {
    static final Protections NONE =
            new Protections(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Sandbox.Open());

    /** What others leave: a seventieth of the share of a call in the foreground, where both want the same core (sched(7)). */
    private static final List<String> BACKGROUND = List.of("-n", "19");

    private static final Path SHELL = Path.of("/bin/sh");

    /** Closes the gap between the call's start and the death signal's setting, in which Atelier could have died. */
    private static final String STILL_OURS = "[ \"$PPID\" = \"$1\" ] || exit 1; shift; ";

    /** Where the kernel groups sessions (sched(7), autogroup), niceness counts within a session alone, and this between. */
    private static final String NICE_SESSION = "{ echo 19 >/proc/self/autogroup; } 2>/dev/null; ";

    private static final String BECOME = "exec \"$@\"";

    /** Looks which of them are here, and work. */
    static Protections detect() {
        return new Protections(
                Trial.of("setsid", List.of()),
                Trial.of("prlimit", List.of("--core=0", "--")),
                Trial.of("setpriv", List.of("--pdeathsig", "KILL", "--")),
                Trial.of("nice", BACKGROUND),
                Trial.sandboxes().stream().findFirst().orElseGet(Sandbox.Open::new));
    }

    /** The same, with the first sandbox in which these programs run: they may lie where it does not expect them. */
    Protections runningIn(FfmpegInstallation installation) {
        return with(Trial.sandboxes().stream()
                .filter(each -> Trial.runs(each, installation))
                .findFirst()
                .orElseGet(Sandbox.Open::new));
    }

    /** The same in another sandbox. */
    Protections with(Sandbox other) {
        return new Protections(session, limits, deathSignal, niceness, other);
    }

    /** The call with all that stands around it. */
    List<String> around(List<String> call, Reach reach, Limits wanted, boolean background) {
        List<String> whole = new ArrayList<>();
        niceness.filter(nice -> background).ifPresent(nice -> {
            whole.add(nice.toString());
            whole.addAll(BACKGROUND);
        });
        session.ifPresent(setsid -> whole.add(setsid.toString()));
        limits.ifPresent(prlimit -> whole.addAll(limiting(prlimit, wanted)));
        deathSignal.ifPresent(setpriv -> {
            whole.addAll(List.of(setpriv.toString(), "--pdeathsig", "KILL", "--"));
            String self = Long.toString(ProcessHandle.current().pid());
            boolean niceSession = background && session.isPresent();
            String script = STILL_OURS + (niceSession ? NICE_SESSION : "") + BECOME;
            whole.addAll(List.of(SHELL.toString(), "-c", script, "sh", self));
        });
        whole.addAll(sandbox.before(reach));
        whole.addAll(call);
        return whole;
    }

    /**
     * The processes of a call that is started with these.
     *
     * @param pid of the call
     * @return nothing where it has no session of its own
     */
    Optional<Session> session(long pid) {
        return session.map(setsid -> new Session(pid));
    }

    /** What is at work and what is not, for the log. */
    String describe() {
        return String.join(
                "; ",
                session.isPresent() ? "own session" : "no setsid: Ctrl-C reaches FFmpeg too",
                limits.isPresent()
                        ? "limits on processor time, memory and file size"
                        : "no prlimit: processor time, memory and file size not limited",
                deathSignal.isPresent()
                        ? "killed by the kernel if Atelier dies"
                        : "no setpriv (of util-linux): FFmpeg outlives a killed Atelier",
                sandbox.describe());
    }

    private static List<String> limiting(Path prlimit, Limits wanted) {
        List<String> call = new ArrayList<>(List.of(prlimit.toString()));
        if (wanted.memoryBytes() > 0) {
            call.add("--as=" + wanted.memoryBytes());
        }
        call.add("--fsize=" + wanted.largestFile());
        call.addAll(List.of("--cpu=" + processorSeconds(wanted), "--core=0", "--"));
        return call;
    }

    /** All cores for as long as it may take: reached only where nobody is left to look at the clock. */
    private static long processorSeconds(Limits wanted) {
        return (wanted.total().toSeconds() + 1) * Runtime.getRuntime().availableProcessors();
    }
}
