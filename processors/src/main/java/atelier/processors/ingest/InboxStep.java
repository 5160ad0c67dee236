package atelier.processors.ingest;

import atelier.config.Home;
import atelier.config.Recipe.Kind;
import atelier.processors.content.ContentHash;
import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.ingest.InboxFile.Ignored;
import atelier.processors.ingest.InboxFile.Misnamed;
import atelier.processors.ingest.InboxFile.OverrideFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.TrackName;
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
        return deliver(named, new Arrival.Copied(home.inbox(), finishedCopy));
    }

    /** What a delivery is that comes from elsewhere, as {@link InboxFile#named}. */
    public InboxFile named(String name, Path path) {
        return InboxFile.named(name, path, ladder.names());
    }

    /**
     * Takes or refuses a file that was fetched from elsewhere: whole, synced, and nobody else's.
     *
     * @param root the folder that its name is below
     * @param named what {@link #named} said of it
     * @param content its hash
     * @return what became of it; nothing where it is left where it is
     * @throws IOException if it could not be moved; it is then still there
     * @throws InterruptedException if the thread was interrupted
     */
    public Optional<Delivery> deliverFetched(Path root, InboxFile named, ContentHash content)
            throws IOException, InterruptedException {
        return deliver(named, new Arrival.Fetched(root, content));
    }

    private Optional<Delivery> deliver(InboxFile named, Arrival arrival) throws IOException, InterruptedException {
        if (named instanceof SourceFile source) {
            return Optional.of(source(source, arrival));
        }
        if (named instanceof OverrideFile override) {
            return override(override, arrival);
        }
        if (named instanceof DetailsFile found) {
            return details.take(found, arrival.root());
        }
        if (named instanceof Misnamed misnamed) {
            refuse.misnamed(arrival.root(), misnamed.path(), misnamed.rejection());
        }
        return Optional.empty();
    }

    private Delivery source(SourceFile source, Arrival arrival) throws IOException, InterruptedException {
        Optional<Rejection> reserved = Arrays.asList(source.slug().value().split("/"))
                        .contains(RESERVED)
                ? Optional.of(new Rejection(
                        "A file or folder called \"" + RESERVED + "\" cannot be published.", "Give it another name."))
                : Optional.empty();
        Optional<Rejection> rejection = reserved.isPresent() ? reserved : notWhole(source.path(), arrival);
        return rejection.isPresent()
                ? refuse.delivered(arrival.root(), source.slug(), source.path(), rejection.get())
                : ingest.take(source, arrival.content());
    }

    private Optional<Delivery> override(OverrideFile override, Arrival arrival)
            throws IOException, InterruptedException {
        Kind kind = ladder.find(override.rendition()).orElseThrow().recipe().kind();
        TrackName track = TrackName.of(override.rendition());
        if (kind == Kind.TEXT && track.language().isPresent() && arrival instanceof Arrival.Copied) {
            Optional<OverrideFile> beside =
                    ingest.beside(override, track.language().get());
            return beside.isPresent() ? Optional.of(take(beside.get(), arrival)) : Optional.empty();
        }
        return Optional.of(
                kind == Kind.AUDIO || (kind == Kind.TEXT && track.language().isEmpty())
                        ? refuseTrack(override, arrival, kind)
                        : take(override, arrival));
    }

    private Delivery refuseTrack(OverrideFile override, Arrival arrival, Kind kind) throws IOException {
        if (kind == Kind.AUDIO) {
            return refuse.deliveredOverride(
                    arrival.root(),
                    override.slug(),
                    override.path(),
                    new Rejection(
                            "Sound cannot be delivered apart from its film.",
                            "Deliver a source that has the new sound; its pictures are not encoded again."));
        }
        return refuse.deliveredOverride(
                arrival.root(),
                override.slug(),
                override.path(),
                new Rejection(
                        "Subtitles are not delivered under this name.",
                        "Name the file like the film, with the language: sunset.de.srt, or sunset.de.vtt."));
    }

    private Delivery take(OverrideFile override, Arrival arrival) throws IOException, InterruptedException {
        Optional<Rejection> rejection = notWhole(override.path(), arrival);
        return rejection.isPresent()
                ? refuse.delivered(arrival.root(), override.slug(), override.path(), rejection.get())
                : ingest.takeOverride(override, arrival.content());
    }

    private static Optional<Rejection> notWhole(Path file, Arrival arrival) throws IOException {
        return arrival.missing(file)
                .map(why -> new Rejection("The file is not whole: " + why + ".", "Copy it again, to its end."));
    }
}
