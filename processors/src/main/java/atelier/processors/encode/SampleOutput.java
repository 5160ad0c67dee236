package atelier.processors.encode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the samples of a chunk out of what was encoded, where it is decoded anyway.
 *
 * @param joined the chunk
 * @param samples which
 * @param input which of the call's inputs the chunk is, its key frames alone
 * @param all which of the call's inputs the chunk is with all its pictures, of which only the first are decoded
 */
record SampleOutput(Path joined, Samples samples, int input, int all) {

    /** The input of all its pictures. FFmpeg goes on to decode what nobody wants any more, unless it is told where to end. */
    List<String> reading() {
        List<String> arguments = new ArrayList<>();
        if (samples.predicted().isPresent()) {
            arguments.addAll(List.of("-t", samples.within()));
            arguments.addAll(DecodeCheck.reading(joined));
        }
        return arguments;
    }

    /** What stands for them behind the call's inputs. */
    List<String> arguments() {
        List<Path> files = samples.files(joined);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            arguments.addAll(List.of("-map", (i == 0 ? input : all) + ":v"));
            arguments.addAll(List.of("-vf", samples.found().get(i)));
            arguments.addAll(List.of("-frames:v", Integer.toString(samples.count(i))));
            arguments.addAll(Samples.writing());
            arguments.add(files.get(i).toString());
        }
        return arguments;
    }
}
