package atelier.processors.publish;

import atelier.config.Home;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.conformance.EditionCheck;
import atelier.processors.conformance.PublishedFiles;
import atelier.processors.ladder.Ladder;
import atelier.processors.store.Store;
import atelier.processors.tracks.TrackLabels;
import java.time.Clock;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the parts of this step together. */
public final class Publishing {
    private final PublishStep step;
    private final JoinedRenditions joined;

    public Publishing(
            Home home,
            Ladder ladder,
            Store store,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Editions editions,
            PlayableListener listener,
            int targetSeconds,
            TransactionOperations transactions,
            Clock clock) {
        Json json = new Json();
        ProgressReader progress =
                new ProgressReader(formats, plans, planned, outputs, ladder, new TrackLabels(inputs, json), json);
        joined = new JoinedRenditions(artworks, formats, plans, progress, store);
        step = new PublishStep(
                artworks,
                inputs,
                plans,
                editions,
                progress,
                new Placement(planned, outputs, store, home.work()),
                new FormatStates(formats, joined),
                new EditionWriter(store, ladder, targetSeconds),
                new EditionCheck(PublishedFiles.of(store)),
                new Storyboards(outputs, store),
                listener,
                transactions,
                clock);
    }

    /** Brings editions to what is made. */
    public PublishStep step() {
        return step;
    }

    /** Whole renditions as files. */
    public JoinedRenditions joined() {
        return joined;
    }
}
