package atelier.processors.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What keeps a call from the network, and from files that it does not need. */
sealed interface Sandbox {
    /** The words that go before a call. */
    List<String> before(Reach reach);

    /** Whether the process that is started stays and waits for the program, rather than becoming it. */
    boolean waits();

    /** What it keeps the call from, for the log. */
    String describe();

    /**
     * Bubblewrap: a network without any address but loopback, and a file system of what the call needs.
     *
     * @param program {@code bwrap}
     * @param system the parts of the system that every program needs, as its options
     */
    record Bubble(Path program, List<String> system) implements Sandbox {
        private static final List<String> OWN = List.of(
                "--die-with-parent",
                "--unshare-net",
                "--unshare-ipc",
                "--cap-drop",
                "ALL",
                "--dev",
                "/dev",
                "--dir",
                "/tmp");

        /** Root reads what others delivered to themselves alone, as it does without this. */
        private static final List<String> AS_ROOT =
                List.of("--cap-add", "CAP_DAC_OVERRIDE", "--cap-add", "CAP_DAC_READ_SEARCH");

        private static final List<String> LINKED = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
        private static final List<String> LISTS = List.of("/etc/ld.so.cache", "/etc/alternatives");

        public Bubble {
            system = List.copyOf(system);
        }

        /** With the parts that this machine has. */
        static Bubble of(Path program) {
            List<String> system = new ArrayList<>(OWN);
            if ("root".equals(System.getProperty("user.name"))) {
                system.addAll(AS_ROOT);
            }
            system.addAll(List.of("--ro-bind", "/usr", "/usr"));
            LINKED.forEach(folder -> system.addAll(same(Path.of(folder))));
            LISTS.forEach(file -> system.addAll(List.of("--ro-bind-try", file, file)));
            return new Bubble(program, system);
        }

        private static List<String> same(Path folder) {
            if (Files.isSymbolicLink(folder)) {
                return List.of("--symlink", "usr/" + folder.getFileName(), folder.toString());
            }
            return Files.isDirectory(folder) ? List.of("--ro-bind", folder.toString(), folder.toString()) : List.of();
        }

        @Override
        public List<String> before(Reach reach) {
            List<String> words = new ArrayList<>(List.of(program.toString()));
            words.addAll(system);
            for (Path each : reach.readable()) {
                words.addAll(List.of(
                        DeviceFiles.isDevice(each) ? "--dev-bind-try" : "--ro-bind-try",
                        each.toString(),
                        each.toString()));
            }
            String folder = reach.folder().toString();
            words.addAll(List.of("--bind", folder, folder, "--chdir", folder, "--"));
            return words;
        }

        @Override
        public boolean waits() {
            return true;
        }

        @Override
        public String describe() {
            return "no network, and no files but its input and its scratch folder (bwrap)";
        }
    }

    /**
     * A network without any address.
     *
     * @param program {@code unshare} of util-linux
     * @param options how it works here
     */
    record NoNetwork(Path program, List<String> options) implements Sandbox {
        static final List<String> AS_ROOT = List.of("--net", "--");

        /** Whoever is not root needs a user namespace for it, in which they stay who they are. */
        static final List<String> AS_USER = List.of("--user", "--net", "--map-current-user", "--");

        public NoNetwork {
            options = List.copyOf(options);
        }

        @Override
        public List<String> before(Reach reach) {
            List<String> words = new ArrayList<>(List.of(program.toString()));
            words.addAll(options);
            return words;
        }

        @Override
        public boolean waits() {
            return false;
        }

        @Override
        public String describe() {
            return "no network (unshare); no bwrap that works: FFmpeg could read all that Atelier can, and is kept from it by"
                    + " its allow-lists alone";
        }
    }

    /** Nothing that works here. */
    record Open() implements Sandbox {
        @Override
        public List<String> before(Reach reach) {
            return List.of();
        }

        @Override
        public boolean waits() {
            return false;
        }

        @Override
        public String describe() {
            return "neither bwrap nor unshare works here: FFmpeg is kept from network and files by its allow-lists alone";
        }
    }
}
