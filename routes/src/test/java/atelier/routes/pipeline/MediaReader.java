package atelier.routes.pipeline;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads media with ffprobe and FFmpeg. */
final class MediaReader {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    private final Programs programs;
    private final Path folder;

    MediaReader(Programs programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** The pictures that a player shows of a file, decoded. */
    Pictures shown(Path file) {
        return pictures(file, "frame=best_effort_timestamp,pkt_dts,key_frame");
    }

    /** The coded pictures of a file, without decoding them. */
    Pictures coded(Path file) {
        return pictures(file, "packet=pts,dts,flags");
    }

    private Pictures pictures(Path file, String entries) {
        List<String> base = probe("-select_streams v:0 -show_entries stream=time_base -of csv=p=0", file.toString());
        List<String> lines =
                probe("-select_streams v:0 -show_entries " + entries + " -of compact=p=0", file.toString());
        return Pictures.parse(base.get(0), lines);
    }

    /** Lines of ffprobe about a file or an address. */
    List<String> probe(String arguments, String input) {
        List<String> words = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        words.addAll(Arrays.asList(arguments.split(" ")));
        words.addAll(List.of("-i", input));
        return lines(Program.FFPROBE, words);
    }

    /** What FFmpeg's standard output says; words with blanks in them stay whole. */
    List<String> ffmpeg(String... arguments) {
        List<String> words = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error"));
        words.addAll(List.of(arguments));
        return lines(Program.FFMPEG, words);
    }

    /** How much each picture of one file is like the picture of the same number in the other, in dB (PSNR). */
    List<Double> likeness(Path source, Path rendition, String size) {
        String count = "settb=1/25,setpts=N";
        // Both by one matrix: small clips without tags are BT.601's, and what is made of them is BT.709's.
        String alike = ":out_color_matrix=bt601:out_range=tv,";
        String graph = "[0:v]scale=" + size + alike + count + ",format=yuv420p[a];[1:v]scale=" + size + alike + count
                + ",format=yuv420p[b];[a][b]psnr=f=-";
        return ffmpeg(
                        "-i",
                        source.toString(),
                        "-i",
                        rendition.toString(),
                        "-lavfi",
                        graph,
                        "-fps_mode",
                        "passthrough",
                        "-f",
                        "null",
                        "-")
                .stream()
                .map(line -> line.replaceAll(".*psnr_y:(\\S+).*", "$1"))
                .map(text -> text.equals("inf") ? 99.0 : Double.parseDouble(text))
                .toList();
    }

    private List<String> lines(Program program, List<String> arguments) {
        List<String> lines = new ArrayList<>();
        programs.run(new Command(program, arguments, folder), LIMITS, line -> {
            if (!line.isBlank()) {
                lines.add(line);
            }
        });
        return lines;
    }
}
