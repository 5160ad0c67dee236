package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ladder.FrameSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The two calls of a {@link Trial}: one decodes the film once and encodes it by each constant quality, beside what goes into the encoders; one
 * compares. Pure.
 *
 * @param options the allow-lists that go before the film
 * @param folder where all of it is written
 */
record TrialCommand(Trial trial, List<String> options, Path folder) {
    /** The file in the folder that says how alike what the next lower rendition shows is. */
    static final String ENLARGED = "enlarged.log";

    private static final String REFERENCE = "reference.nut";

    Command encoding() {
        VideoCommand any = any();
        List<String> arguments = new ArrayList<>(VideoCommand.HEAD);
        arguments.addAll(any.decoding());
        arguments.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", graph(any)));
        arguments.addAll(Fragmented.PROGRESS);
        for (int crf : trial.crfs()) {
            arguments.addAll(List.of("-map", "[crf" + crf + "]"));
            arguments.addAll(command(crf).output());
            arguments.add(encoded(crf).toString());
        }
        arguments.addAll(List.of("-map", "[reference]", "-fps_mode", "passthrough", "-c:v", "rawvideo", "-f", "nut"));
        arguments.add(folder.resolve(REFERENCE).toString());
        return new Command(Program.FFMPEG, arguments, folder).inBackground();
    }

    /**
     * Pictures are held against each other by their number: what is encoded begins later by what is reordered. The reference's container does not
     * say its colours: where what is encoded does, FFmpeg 8 converts one for the other before it compares them.
     */
    Command comparing() {
        List<String> arguments = new ArrayList<>(VideoCommand.HEAD);
        arguments.addAll(DecodeCheck.reading(folder.resolve(REFERENCE)));
        trial.crfs().forEach(crf -> arguments.addAll(DecodeCheck.reading(encoded(crf))));
        List<Integer> crfs = trial.crfs();
        boolean below = trial.below().isPresent();
        StringBuilder graph = new StringBuilder("[0:v]settb=1/1000,setpts=N,split=" + (crfs.size() + (below ? 2 : 0)));
        crfs.forEach(crf -> graph.append("[wanted").append(crf).append(']'));
        trial.partBelow().ifPresent(small -> graph.append(enlarged(small)));
        for (int i = 0; i < crfs.size(); i++) {
            int crf = crfs.get(i);
            graph.append(";[%d:v]setparams=range=unknown:colorspace=unknown,settb=1/1000,setpts=N[made%d];"
                            .formatted(i + 1, crf))
                    .append("[made%d][wanted%d]ssim=stats_file=%s[like%d]".formatted(crf, crf, log(crf), crf));
        }
        arguments.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", graph.toString()));
        arguments.addAll(Fragmented.PROGRESS);
        crfs.forEach(crf -> arguments.addAll(List.of("-map", "[like" + crf + "]", "-f", "null", "-")));
        if (below) {
            arguments.addAll(List.of("-map", "[likelarge]", "-f", "null", "-"));
        }
        return new Command(Program.FFMPEG, arguments, folder).inBackground();
    }

    /** As a screen shows the next lower rendition in this one's size. */
    private String enlarged(FrameSize small) {
        return "[large][small];[small]scale=%d:%d:flags=bicubic,scale=%d:%d:flags=bicubic[again];[again][large]ssim=stats_file=%s[likelarge]"
                .formatted(
                        small.width(),
                        small.height(),
                        trial.part().width(),
                        trial.part().height(),
                        ENLARGED);
    }

    /** The file that one of them is written to. */
    Path encoded(int crf) {
        return folder.resolve("crf" + crf + ".mp4");
    }

    /** The file in the folder that says of each of its pictures how alike it is. */
    static String log(int crf) {
        return "crf" + crf + ".log";
    }

    private String graph(VideoCommand any) {
        String ways = String.join(
                "", trial.crfs().stream().map(crf -> "[crf" + crf + "]").toList());
        return "[0:" + any.input().stream() + "]" + any.cutting() + "," + any.shaping() + ",crop="
                + trial.part().width() + ":" + trial.part().height() + ",split="
                + (trial.crfs().size() + 1) + ways + "[reference]";
    }

    /** That of one of the constant qualities. */
    VideoCommand any() {
        return command(trial.crfs().get(0));
    }

    private VideoCommand command(int crf) {
        return new VideoCommand(
                new EncodeInput(trial.file(), options, trial.media().video().index()),
                trial.timeBase(),
                trial.span(),
                trial.size(),
                SourcePicture.of(trial.media().video()),
                Look.of(trial.recipe(), trial.media().video()),
                trial.by(crf),
                1,
                Effort.USUAL);
    }
}
