package atelier.processors.sources;

import atelier.processors.sources.InputObjects.Row;
import atelier.processors.store.SourceBucket.Piece;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings as much of a file as a chunk is made of, and sees that it is enough. */
final class PartReader {
    private static final Logger LOG = LoggerFactory.getLogger(PartReader.class);

    /** A file of so few units is fetched sooner than it is looked at. */
    private static final int SMALL = 8;

    private final InputObjects objects;
    private final PartCheck check;
    private final Path work;
    private final long unit;

    /**
     * @param work folder for files that hold a part alone
     * @param unit of what is fetched of a file's beginning and end, in bytes
     */
    PartReader(InputObjects objects, PartCheck check, Path work, long unit) {
        this.objects = objects;
        this.check = check;
        this.work = work;
        this.unit = unit;
    }

    /**
     * A part that the chunk can be made of.
     *
     * @param source what is here of the file
     * @return nothing where all of the file is needed
     */
    Optional<Path> read(CachedSource source, long input, Row row, WantedChunk wanted) throws IOException {
        if (source.size() <= SMALL * unit) {
            return Optional.empty();
        }
        Optional<Window> window = window(input, wanted);
        if (window.isEmpty() || row.described().isEmpty()) {
            LOG.info(
                    "{} was read before there were parts, or cannot be read in parts: all of it is fetched.",
                    source.name());
            return Optional.empty();
        }
        for (Form form : Form.of(wanted.container(), unit)) {
            Optional<Path> part =
                    source.knows("not " + form) ? Optional.empty() : tried(form, source, row, wanted, window.get());
            if (part.isPresent()) {
                return part;
            }
            source.learn("not " + form);
        }
        LOG.info(
                "Chunk {} of {} ({}) cannot be made of a part of the file: all {} bytes are fetched.",
                wanted.chunk().number(),
                source.name(),
                wanted.container(),
                source.size());
        return Optional.empty();
    }

    /** As many earlier packets as are needed, and those behind it as far as they are known. */
    private Optional<Window> window(long input, WantedChunk wanted) {
        boolean indexed = Form.isIndexed(wanted.container());
        int number = wanted.chunk().number();
        Optional<Window> window = Optional.empty();
        for (int back = indexed ? 0 : 1; back <= 2 * number + 2; back = 2 * back + 1) {
            int first = Math.max(0, number - back);
            List<NotedPacket> noted = objects.noted(input, first, number + 1);
            window = Window.of(noted, wanted.chunk().span(), wanted.timeBase(), indexed);
            if (first == 0 || window.filter(found -> indexed || !found.isCut()).isPresent()) {
                return window;
            }
        }
        return window;
    }

    private Optional<Path> tried(Form form, CachedSource source, Row row, WantedChunk wanted, Window window)
            throws IOException {
        List<Piece> pieces = new ArrayList<>(List.of(new Piece(0, form.head())));
        pieces.add(new Piece(source.size() - form.tail(), source.size()));
        if (!form.packed()) {
            pieces.addAll(row.heads());
        }
        List<Piece> own = window.pieces(Form.isIndexed(wanted.container()));
        pieces.addAll(own);
        if (pieces.stream().mapToLong(Piece::bytes).sum() > source.size() / 4 * 3) {
            return Optional.empty();
        }
        source.fetch(pieces);
        Path part = form.packed() ? packed(source, form, own) : source.file();
        boolean enough = isDescribed(form, source, part, row, wanted) && check.isRead(part, wanted, window, form);
        if (!enough && form.packed()) {
            Files.delete(part);
        }
        return enough ? Optional.of(part) : Optional.empty();
    }

    private boolean isDescribed(Form form, CachedSource source, Path part, Row row, WantedChunk wanted) {
        String fact = "described by " + form;
        if (!source.knows(fact)
                && check.isDescribed(part, wanted.stream(), row.described().orElseThrow())) {
            source.learn(fact);
        }
        return source.knows(fact);
    }

    private Path packed(CachedSource source, Form form, List<Piece> own) throws IOException {
        Path part = Files.createTempFile(work, "part-", "-" + source.file().getFileName());
        try (FileChannel from = FileChannel.open(source.file(), StandardOpenOption.READ);
                FileChannel to = FileChannel.open(part, StandardOpenOption.WRITE)) {
            long reached = 0;
            List<Piece> pieces = new ArrayList<>(List.of(new Piece(0, form.head())));
            pieces.addAll(own);
            for (Piece piece : pieces) {
                long at = Math.max(piece.from(), reached);
                reached = Math.max(reached, Math.min(piece.until(), source.size()));
                while (at < reached) {
                    at += from.transferTo(at, reached - at, to);
                }
            }
        }
        return part;
    }
}
