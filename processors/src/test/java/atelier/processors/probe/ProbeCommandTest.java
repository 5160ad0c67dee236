package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeCommandTest {

    @Test
    void theWholeCommandIsKnown() {
        Command command = ProbeCommand.of(Path.of("/home/sources/-i http:x.mov"), Path.of("/scratch"));
        assertThat(command.program()).isEqualTo(Program.FFPROBE);
        assertThat(command.directory()).isEqualTo(Path.of("/scratch"));
        assertThat(command.arguments())
                .isEqualTo(List.of(
                        "-hide_banner",
                        "-v",
                        "error",
                        "-of",
                        "json",
                        "-probesize",
                        "20000000",
                        "-analyzeduration",
                        "10000000",
                        "-read_intervals",
                        "%+#20",
                        "-show_entries",
                        Recorded.text("entries.txt").strip(),
                        "-show_data_hash",
                        "sha256",
                        "-protocol_whitelist",
                        "file",
                        "-format_whitelist",
                        "mov,matroska,avi,mpegts,mpeg,mxf,flv,asf,ogg,dv",
                        "-max_streams",
                        "128",
                        "-i",
                        "file:/home/sources/-i http:x.mov"));
    }

    @Test
    void aRelativePathIsMadeAbsolute() {
        assertThat(InputOptions.input(Path.of("-i"))).startsWith("file:/").endsWith("/-i");
    }
}
