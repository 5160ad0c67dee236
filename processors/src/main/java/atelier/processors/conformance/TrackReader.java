package atelier.processors.conformance;

import atelier.processors.conformance.MediaText.Entry;
import atelier.processors.conformance.Track.Piece;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.mp4.SegmentSummary;
import atelier.processors.spherical.SphericalBoxes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what a media playlist leads to: the init segment whole, of segments what stands before the media data. */
final class TrackReader {
    private final FileReader files;
    private final SegmentMemory segments;
    private final Findings findings;

    TrackReader(FileReader files, SegmentMemory segments, Findings findings) {
        this.files = files;
        this.segments = segments;
        this.findings = findings;
    }

    /** The rendition; none where something of it cannot be read, which is found. */
    Optional<Track> read(MediaText playlist) {
        Optional<InitSegment> init = playlist.map().flatMap(this::init);
        if (init.isEmpty()) {
            return Optional.empty();
        }
        List<Piece> pieces = new ArrayList<>();
        for (Entry entry : playlist.entries()) {
            key(entry.uri(), entry.uri().value())
                    .flatMap(key -> piece(entry, key, init.get()))
                    .ifPresent(pieces::add);
        }
        sameInit(init.get(), pieces);
        playlist.maps().stream().skip(1).forEach(map -> sameInit(init.get(), map));
        return pieces.isEmpty() || pieces.size() < playlist.entries().size()
                ? Optional.empty()
                : Optional.of(new Track(playlist, init.get(), pieces));
    }

    private Optional<InitSegment> init(Line map) {
        return mapped(map).flatMap(bytes -> {
            try {
                return Optional.of(InitSegment.read(bytes));
            } catch (Mp4Exception e) {
                findings.add(Rule.MAP, map.place(), "%s", e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<byte[]> mapped(Line map) {
        String uri = map.attributes(findings).getOrDefault("URI", "");
        return key(map, uri).flatMap(key -> files.whole(key, map.place()));
    }

    private Optional<String> key(Line line, String uri) {
        Optional<String> key = Addresses.resolve(line.key(), uri).filter(Addresses::isOfOutput);
        findings.unless(key.isPresent(), Rule.INSIDE, line.place(), "'%s'", uri);
        return key;
    }

    private Optional<Piece> piece(Entry entry, String key, InitSegment init) {
        try {
            Optional<SegmentSummary> summary = segments.read(key, init);
            findings.unless(summary.isPresent(), Rule.RESOLVES, entry.uri().place(), "no %s, or an empty one", key);
            return summary.map(read -> new Piece(entry, key, read));
        } catch (Mp4Exception e) {
            findings.add(Rule.SEGMENT, entry.uri().place() + " (" + key + ")", "%s", e.getMessage());
            return Optional.empty();
        }
    }

    /** What the playlist's init segment says, but for the sphere that the artwork is, holds for all outputs of the rendition. */
    private void sameInit(InitSegment init, List<Piece> pieces) {
        Set<String> seen = new HashSet<>();
        for (Piece piece : pieces) {
            String key = Addresses.initOf(piece.key());
            if (seen.add(key)) {
                files.whole(key, piece.place()).ifPresent(bytes -> sameInit(init, bytes, piece.place()));
            }
        }
    }

    /** So that there is no change of encoding at it, which would have to be told. */
    private void sameInit(InitSegment init, Line map) {
        mapped(map)
                .ifPresent(bytes -> findings.unless(
                        describes(init, bytes), Rule.SAME_MAP, map.place(), "an init segment of another track"));
    }

    private void sameInit(InitSegment init, byte[] other, String place) {
        findings.unless(
                describes(init, other), Rule.SAME_MAP, place, "an output whose init segment is of another track");
        findings.unless(
                Arrays.equals(SphericalBoxes.without(init).bytes(), other),
                Rule.SAME_PARAMETERS,
                place,
                "an output whose init segment has other bytes");
    }

    private static boolean describes(InitSegment init, byte[] bytes) {
        try {
            InitSegment other = InitSegment.read(bytes);
            return other.trackId() == init.trackId()
                    && other.timescale() == init.timescale()
                    && other.codec().equals(init.codec())
                    && other.format().equals(init.format());
        } catch (Mp4Exception e) {
            return false;
        }
    }

    /** Files, with those found that are missing. */
    static final class FileReader {
        private static final int LARGEST = 64 << 20;

        private final PublishedFiles files;
        private final Findings findings;

        FileReader(PublishedFiles files, Findings findings) {
            this.files = files;
            this.findings = findings;
        }

        OptionalLong size(String key, String place) {
            OptionalLong size = files.size(key);
            if (size.orElse(0) == 0) {
                findings.add(Rule.RESOLVES, place, size.isEmpty() ? "no %s" : "an empty %s", key);
                return OptionalLong.empty();
            }
            return size;
        }

        Optional<byte[]> whole(String key, String place) {
            if (size(key, place).isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = files.open(key, 0)) {
                return Optional.of(in.readNBytes(LARGEST));
            } catch (IOException e) {
                throw new UncheckedIOException(key + " could not be read.", e);
            }
        }
    }
}
