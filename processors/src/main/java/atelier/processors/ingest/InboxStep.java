package atelier.processors.ingest;

import atelier.config.Home;
import atelier.config.Recipe.Kind;
import atelier.processors.ingest.FinishedCopy.Finished;
import atelier.processors.ingest.FinishedCopy.Stuck;
import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.ingest.InboxFile.Ignored;
import atelier.processors.ingest.InboxFile.Misnamed;
import atelier.processors.ingest.InboxFile.OverrideFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.ladder.Ladder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Decides what becomes of a file in the inbox. */
public final class InboxStep {
    /** A folder of that name would stand where an artwork's editions are published. */
    private static final String RESERVED = "editions";

    private final Home home;
    private final Ladder ladder;
    private final FinishedCopy finishedCopy;
    private final IngestStep ingest;
    private final RefuseStep refuse;
    private final DetailsStep details;

    public InboxStep(
            Home home,
            Ladder ladder,
            FinishedCopy finishedCopy,
            IngestStep ingest,
            RefuseStep refuse,
            DetailsStep details) {
        this.home = home;
        this.ladder = ladder;
        this.finishedCopy = finishedCopy;
        this.ingest = ingest;
        this.refuse = refuse;
        this.details = details;
    }

    /** Whether a file is one of ours to look at, judged by its name and kind. */
    public boolean concerns(Path file) {
        return !(InboxFile.parse(home.inbox(), file, ladder.names()) instanceof Ignored);
    }

    /**
     * Whether something can be done with a file now: it is there to its end, or will never be.
     *
     * @throws IOException if it cannot be looked at
     */
    public boolean hasArrived(Path file) throws IOException {
        return !(finishedCopy.check(file) instanceof FinishedCopy.Waiting);
    }

    /**
     * Takes or refuses a file.
     *
     * @return what became of it; nothing where it is left where it is
     * @throws IOException if it could not be moved; it is then still in the inbox
     * @throws InterruptedException if the thread was interrupted while the content was compared
     */
    public Optional<Delivery> deliver(Path file) throws IOException, InterruptedException {
        InboxFile named = InboxFile.parse(home.inbox(), file, ladder.names());
        if (named instanceof SourceFile source) {
            return Optional.of(source(source));
        }
        if (named instanceof OverrideFile override) {
            return Optional.of(override(override));
        }
        if (named instanceof DetailsFile found) {
            return details.take(found);
        }
        if (named instanceof Misnamed misnamed) {
            refuse.misnamed(file, misnamed.rejection());
        }
        return Optional.empty();
    }

    private Delivery source(SourceFile source) throws IOException, InterruptedException {
        if (Arrays.asList(source.slug().value().split("/")).contains(RESERVED)) {
            return refuse.fromInbox(
                    source.slug(),
                    source.path(),
                    new Rejection(
                            "A file or folder called \"" + RESERVED + "\" cannot be published.",
                            "Give it another name."));
        }
        Optional<Delivery> stuck = refusedIfStuck(source.slug(), source.path());
        return stuck.isPresent() ? stuck.get() : ingest.take(source);
    }

    private Delivery override(OverrideFile override) throws IOException, InterruptedException {
        Kind kind = ladder.find(override.rendition()).orElseThrow().recipe().kind();
        if (kind == Kind.AUDIO) {
            return refuse.overrideFromInbox(
                    override.slug(),
                    override.path(),
                    new Rejection(
                            "Sound cannot be delivered apart from its film.",
                            "Deliver a source that has the new sound; its pictures are not encoded again."));
        }
        Optional<Delivery> stuck = refusedIfStuck(override.slug(), override.path());
        return stuck.isPresent() ? stuck.get() : ingest.takeOverride(override);
    }

    private Optional<Delivery> refusedIfStuck(Slug slug, Path file) throws IOException {
        FinishedCopy.State state = finishedCopy.check(file);
        if (state instanceof Stuck stuck) {
            return Optional.of(refuse.fromInbox(
                    slug,
                    file,
                    new Rejection("The file is not whole: " + stuck.why() + ".", "Copy it again, to its end.")));
        }
        if (!(state instanceof Finished)) {
            throw new IOException(file + " changed again and is looked at later.");
        }
        return Optional.empty();
    }
}
