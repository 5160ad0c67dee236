package atelier.processors.plan;

import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.index.NoPictureException;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ingest.Rejection;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.probe.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads delivered files, and refuses what cannot be used. */
public final class ReadStep {
    private final Inputs inputs;
    private final VideoFormats formats;
    private final SourceReader sources;
    private final OverrideStep overrides;
    private final RefuseStep refuse;
    private final ArtworkChanges changes;

    public ReadStep(
            Inputs inputs,
            VideoFormats formats,
            SourceReader sources,
            OverrideStep overrides,
            RefuseStep refuse,
            ArtworkChanges changes) {
        this.inputs = inputs;
        this.formats = formats;
        this.sources = sources;
        this.overrides = overrides;
        this.refuse = refuse;
        this.changes = changes;
    }

    /**
     * Reads an input. Where it has been read and what follows was cut off, only that is done.
     *
     * @return the artwork that it belongs to, if there is such an input
     */
    public Optional<Long> read(long inputId) {
        Optional<Input> input = inputs.find(inputId);
        input.ifPresent(this::readOrRefuse);
        return input.map(Input::artworkId);
    }

    /** Says that an input could not be read, after all tries. */
    public void giveUp(long inputId, Throwable cause) {
        inputs.find(inputId).ifPresent(input -> {
            refuse.unreadable(
                    input,
                    "The " + type(input).toLowerCase(java.util.Locale.ROOT) + " could not be read: "
                            + cause.getMessage()
                            + " It is kept. Deliver it again once the cause is mended.");
            changes.changed(input.artworkId());
        });
    }

    private void readOrRefuse(Input input) {
        try {
            read(input);
        } catch (RefusedException e) {
            refuse(input, e.rejection());
        } catch (NoPictureException e) {
            refuse(input, new Rejection(e.getMessage(), "Export it again and check that it plays."));
        } catch (IOException e) {
            throw new UncheckedIOException("Input " + input.filePath() + " could not be read.", e);
        }
    }

    private void read(Input input) throws IOException {
        String type = type(input);
        if (input.chunkCount().isPresent()) {
            overrides.sourceRead(input.artworkId());
        } else if (type.equals(VideoFormat.SOURCE)) {
            sources.read(input);
        } else {
            overrides.read(input, type);
        }
    }

    private void refuse(Input input, Rejection rejection) {
        try {
            String type = type(input);
            if (type.equals(VideoFormat.SOURCE)) {
                refuse.input(input, rejection);
            } else {
                refuse.override(input, type, rejection);
            }
            changes.changed(input.artworkId());
        } catch (IOException e) {
            throw new UncheckedIOException("The refused " + input.filePath() + " could not be moved.", e);
        }
    }

    private String type(Input input) {
        return formats.find(input.videoFormatId()).orElseThrow().formatType();
    }
}
