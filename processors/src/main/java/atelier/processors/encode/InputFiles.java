package atelier.processors.encode;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.probe.VideoStream;
import atelier.processors.sources.SourceFile;
import atelier.processors.sources.Sources;
import atelier.processors.sources.WantedChunk;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has as much of a job's input on this machine as it takes, while it is made. */
public final class InputFiles {
    private static final Logger LOG = LoggerFactory.getLogger(InputFiles.class);

    private final Inputs inputs;
    private final Sources sources;

    public InputFiles(Inputs inputs, Sources sources) {
        this.inputs = inputs;
        this.sources = sources;
    }

    /** What is done with a job whose file is here. */
    interface Making {
        void make(EncodeJob job) throws IOException;
    }

    /** A job that cannot be made of a part of its input, whatever the reason, is made of all of it. */
    void during(EncodeJob job, Making making) throws IOException {
        Input input = inputs.find(job.inputId()).orElseThrow();
        try (SourceFile file = file(job, input)) {
            if (!file.part()) {
                making.make(job.of(file.path()));
                return;
            }
            try {
                making.make(job.of(file.path()));
                return;
            } catch (ProgramException | OutputCheckException | Mp4Exception e) {
                if (e instanceof ProgramException stopped && stopped.cause() != ProgramException.Cause.FAILED) {
                    throw e;
                }
                LOG.warn(
                        "{} could not be made of a part of its file and is made of all of it: {}",
                        job.text(),
                        e.getMessage());
            }
        }
        try (SourceFile file = sources.whole(input)) {
            making.make(job.of(file.path()));
        }
    }

    /** Sound and text are scattered over the whole file, and a poster is looked for beyond its chunk. */
    private SourceFile file(EncodeJob job, Input input) throws IOException {
        Optional<WantedChunk> wanted = job.recipe().kind() != Kind.VIDEO
                ? Optional.empty()
                : job.chunk().map(chunk -> {
                    VideoStream video = job.media().video();
                    return new WantedChunk(
                            chunk,
                            video.index(),
                            video.timing().timeBase(),
                            job.media().container());
                });
        return wanted.isPresent() ? sources.chunk(input, wanted.get()) : sources.whole(input);
    }
}
