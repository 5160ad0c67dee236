package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * An FFmpeg that takes time and no CPU: for each rendition of a chunk it sleeps as long, then copies what the real one made of it
 * before. All else, and what was not made before, it leaves to the real one. It refuses a sandbox in which it could not see what it
 * copies, so that Atelier takes a weaker one.
 */
final class StandIn {
    private static final String SCRIPT = """
            #!/bin/bash
            [[ -d "@KEPT@" ]] || exit 1
            case "$*" in *-force_key_frames*) ;; *) exec @REAL@ "$@" ;; esac
            all=$*
            slug=$(sed 's,.*/sources/\\([^/]*\\)/.*,\\1,' <<<"$all")
            chunk=$(grep -o 'start_pts=[0-9-]*:end_pts=[0-9-]*' <<<"$all" | head -n 1)
            outputs=() kept=() missing=
            for word in "$@"; do
              if [[ $word == /*/[0-9a-f]*-*/*.mp4 ]]; then
                outputs+=("$word")
                kept+=("@KEPT@/$slug $chunk ${word##*/}")
                [[ -f ${kept[-1]} ]] || missing=yes
              fi
            done
            if [[ $missing ]]; then
              @REAL@ "$@" || exit
              for n in "${!outputs[@]}"; do cp "${outputs[n]}" "${kept[n]}.$$" && mv "${kept[n]}.$$" "${kept[n]}"; done
              exit 0
            fi
            for ((second = 1; second <= @SECONDS@ * ${#outputs[@]}; second++)); do
              sleep 1
              printf 'frame=%d\\nout_time_us=%d\\nprogress=continue\\n' "$second" "${second}000000"
            done
            for n in "${!outputs[@]}"; do cp "${kept[n]}" "${outputs[n]}"; done
            printf 'progress=end\\n'
            """;

    private StandIn() {}

    /** Makes a folder with it, to be named in {@code atelier.ffmpeg.folder}. */
    static Path in(Path folder, int seconds) throws IOException {
        Files.createDirectories(folder);
        Path kept = Files.createDirectories(folder.resolveSibling("kept"));
        write(folder.resolve("ffmpeg"), SCRIPT.replace("@REAL@", real("ffmpeg"))
                .replace("@KEPT@", kept.toString())
                .replace("@SECONDS@", Integer.toString(seconds)));
        write(folder.resolve("ffprobe"), "#!/bin/bash\nexec " + real("ffprobe") + " \"$@\"\n");
        return folder;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String real(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new BenchException("There is no " + program + " on the PATH: install FFmpeg."))
                .toString();
    }
}
