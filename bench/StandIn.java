package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * An FFmpeg that takes time and no CPU: for a chunk it sleeps, then copies what the real one made of the same call before. All
 * else, and what was not made before, it leaves to the real one.
 */
final class StandIn {
    private static final String SCRIPT = """
            #!/bin/bash
            # Slots are what this machine's cores are not: a node may have as many as it likes.
            case "$*" in *-force_key_frames*) ;; *) exec @REAL@ "$@" ;; esac
            outputs=() words=()
            for word in "$@"; do
              case $word in
                */[0-9a-f]*-*/*.mp4) [[ $word == file:* ]] || outputs+=("$word"); words+=("${word##*/}") ;;
                *) words+=("$(sed 's,[^ ]*/sources/\\([^/]*\\)/[^ ]*,\\1,' <<<"$word")") ;;
              esac
            done
            key=@KEPT@/$(printf '%s\\n' "${words[@]}" | sha256sum | cut -c1-64)
            if [[ ! -d $key ]]; then
              @REAL@ "$@" || exit
              mkdir -p "$key.$$"
              for output in "${outputs[@]}"; do cp "$output" "$key.$$/"; done
              mv -T "$key.$$" "$key" 2>/dev/null || rm -rf "$key.$$"
              exit 0
            fi
            for ((second = 0; second < @SECONDS@; second++)); do
              sleep 1
              printf 'frame=%d\\nout_time_us=%d\\nprogress=continue\\n' "$second" "$((second * 1000000))"
            done
            for output in "${outputs[@]}"; do cp "$key/${output##*/}" "$output"; done
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
