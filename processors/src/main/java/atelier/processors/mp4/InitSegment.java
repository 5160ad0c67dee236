package atelier.processors.mp4;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The head of a fragmented MP4 with one track ({@code ftyp} and {@code moov}): what a player needs before any segment.
 */
public final class InitSegment {
    private final Box fileType;
    private final Box.Container movie;
    private final int trackId;
    private final String handler;
    private final long timescale;
    private final Box.Container entry;
    private final String codec;
    private final MediaFormat format;
    private final Optional<ColourCodes> colours;
    private final TrackDefaults defaults;

    private InitSegment(Box fileType, Box.Container movie) {
        this.fileType = fileType;
        this.movie = movie;
        Box.Container track = OnlyTrack.of(movie);
        Box.Container media = track.container("mdia");
        this.trackId = TrackHeaders.trackId(track.leaf("tkhd"));
        this.timescale = TrackHeaders.timescale(media.leaf("mdhd"));
        this.handler = BoxReader.type(media.leaf("hdlr").reader().position(8));
        this.entry = OnlyTrack.entry(media);
        this.codec = CodecString.of(entry);
        this.format = MediaFormat.of(entry, handler, timescale);
        this.colours = ColourCodes.of(entry);
        this.defaults = TrackDefaults.of(movie.container("mvex").leaf("trex"));
    }

    /**
     * Reads an init segment from the first bytes of a file; what follows the {@code moov} is not looked at.
     *
     * @throws Mp4Exception if it is damaged, not fragmented, or has other than one track
     */
    public static InitSegment read(byte[] bytes) {
        return guarded(() -> {
            List<Box> boxes = Box.parse(bytes);
            Box.Container file = new Box.Container("file", boxes);
            return new InitSegment(file.leaf("ftyp"), file.container("moov"));
        });
    }

    /** Reads the init segment at the start of a file. */
    public static InitSegment read(Path file) throws IOException {
        try (FragmentTail tail = FragmentTail.open(file)) {
            return tail.init()
                    .orElseThrow(() -> Mp4Exception.malformed("%s has no whole moov box", file.getFileName()));
        }
    }

    private static <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Mp4Exception.malformed("A box in the init segment is shorter than its fields");
        }
    }

    /**
     * The same without what FFmpeg varies or what only costs bytes: times of creation, durations, tags, bit rates. All
     * chunks of one rendition have byte-identical canonical init segments.
     */
    public InitSegment canonical() {
        return guarded(
                () -> new InitSegment(CanonicalMovie.fileType(), CanonicalMovie.of(movie, handler.equals("vide"))));
    }

    /** The same for another track id. */
    public InitSegment withTrackId(int id) {
        return guarded(() -> new InitSegment(
                fileType,
                movie.replacing("tkhd", box -> TrackHeaders.withTrackId(box, id))
                        .replacing("trex", box -> box.edited(body -> body.putInt(4, id)))
                        .replacing("mvhd", box -> box.edited(body -> body.putInt(body.limit() - 4, id + 1)))));
    }

    /** The same of a track that is not played unless somebody chooses it in the place of another of its kind. */
    InitSegment asAlternative() {
        return guarded(() -> new InitSegment(fileType, movie.replacing("tkhd", TrackHeaders::asAlternative)));
    }

    /** The same with other ticks a second. */
    InitSegment withTimescale(long ticks) {
        return guarded(() -> new InitSegment(
                fileType,
                movie.replacing("mdhd", box -> TrackHeaders.withTimescale(box, ticks))
                        .replacing("mvhd", box -> TrackHeaders.withTimescale(box, ticks))));
    }

    /**
     * The same with an edit list (in place of any other) that starts presentation at {@code mediaTime}: for sound, the
     * encoder's priming samples, which players then leave out. Its duration is 0: to the end, as fragmented files have
     * it.
     *
     * @param mediaTime in ticks
     */
    public InitSegment withEditList(long mediaTime) {
        return guarded(() -> new InitSegment(fileType, EditLists.put(movie, mediaTime)));
    }

    /**
     * The same with other boxes in its sample entry, behind the decoder's configuration.
     *
     * @param replaced types that it has no longer
     */
    public InitSegment withInEntry(Set<String> replaced, List<Box> boxes) {
        List<String> path = List.of("trak", "mdia", "minf", "stbl", "stsd", entry.type());
        return guarded(() -> new InitSegment(fileType, movie.changing(path, it -> it.with(replaced, boxes))));
    }

    /** The box of that type in its sample entry. */
    public Optional<Box> inEntry(String type) {
        return entry.find(type);
    }

    /** The track's number. */
    public int trackId() {
        return trackId;
    }

    /** {@code vide} or {@code soun}. */
    public String handler() {
        return handler;
    }

    /** Ticks a second. */
    public long timescale() {
        return timescale;
    }

    /** Type of the sample entry: {@code avc1}, {@code hvc1}, {@code mp4a}. */
    public String sampleEntry() {
        return entry.type();
    }

    /** RFC 6381 codec string, as CODECS in playlists and {@code MediaSource.isTypeSupported} want it. */
    public String codec() {
        return codec;
    }

    /** Pictures with their size, or sound with its channels. */
    public MediaFormat format() {
        return format;
    }

    /** What it says of its colours, if it does. */
    public Optional<ColourCodes> colours() {
        return colours;
    }

    /** The bytes to store and serve. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(fileType.size() + movie.size());
        fileType.writeTo(out);
        movie.writeTo(out);
        return out.array();
    }

    /** SHA-256 of {@link #bytes()}, in lower-case hexadecimal. */
    public String sha256() {
        return Sha256.hex(bytes());
    }

    Box fileType() {
        return fileType;
    }

    Box.Container movie() {
        return movie;
    }

    TrackDefaults defaults() {
        return defaults;
    }
}
