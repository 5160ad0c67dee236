package atelier.processors.conformance;

import atelier.processors.conformance.MultivariantText.Reference;
import atelier.processors.conformance.TrackReader.FileReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks an edition, sealed or growing, against {@link Rule}. Reads its playlists, its init segments, and of each segment
 * what stands before the media data. Keeps nothing between two checks.
 */
public final class EditionCheck {
    private final PublishedFiles files;

    /** @param files where editions lie */
    public EditionCheck(PublishedFiles files) {
        this.files = files;
    }

    /** An empty memory of segments, to be filled before an edition of them is checked. */
    public SegmentMemory memory() {
        return new SegmentMemory(files);
    }

    /**
     * Checks a sealed edition before it is made current.
     *
     * @param master key of its multivariant playlist
     * @param segments what was read of its segments before
     * @return also with rules that are broken, but do not bind
     * @throws EditionRefusedException if it breaks a binding rule
     */
    public ConformanceReport require(String master, SegmentMemory segments) {
        ConformanceReport report = new Run(segments, new Findings()).check(master);
        if (!report.faults().isEmpty()) {
            throw new EditionRefusedException(report);
        }
        return report;
    }

    /**
     * Checks an edition.
     *
     * @param master key of its multivariant playlist
     */
    public ConformanceReport check(String master) {
        return new Run(new SegmentMemory(files), new Findings()).check(master);
    }

    /** One check. */
    private final class Run {
        private final SegmentMemory segments;
        private final Findings findings;
        private final FileReader reader;
        private final Map<Reference, MediaText> playlists = new LinkedHashMap<>();
        private final Map<Reference, Track> tracks = new LinkedHashMap<>();
        private boolean sealed;

        Run(SegmentMemory segments, Findings findings) {
            this.segments = segments;
            this.findings = findings;
            this.reader = new FileReader(files, findings);
        }

        ConformanceReport check(String master) {
            reader.whole(master, master)
                    .map(bytes -> MultivariantText.parse(PlaylistText.parse(master, bytes, findings), findings))
                    .ifPresent(this::check);
            int segments = tracks.values().stream()
                    .mapToInt(track -> track.pieces().size())
                    .sum();
            return new ConformanceReport(master, playlists.size(), segments, findings.list());
        }

        private void check(MultivariantText master) {
            new MultivariantRules(findings).check(master);
            master.variants().forEach(this::read);
            master.audio().forEach(this::read);
            playlists.forEach((reference, playlist) -> track(reference, playlist));
            List<MediaText> media = List.copyOf(playlists.values());
            sealed = media.stream().allMatch(MediaText::isVod);
            new TimelineRules(findings).playlists(media);
            if (sealed) {
                new TimelineRules(findings).ends(tracks.values());
            }
            new SphereRules(findings).check(tracks.values());
            describe(master);
            master.subtitles().forEach(this::text);
            iFrames(master);
        }

        /** Reads a media playlist. */
        private void read(Reference reference) {
            media(reference).ifPresent(playlist -> {
                new MediaRules(findings).check(playlist);
                playlists.put(reference, playlist);
            });
        }

        private void text(Reference reference) {
            Optional<Double> film = tracks.values().stream()
                    .filter(track -> sealed && track.isVideo())
                    .map(Track::endSeconds)
                    .max(Double::compare);
            media(reference).ifPresent(playlist -> new TextRules(reader, findings).check(playlist, film));
        }

        private Optional<MediaText> media(Reference reference) {
            Optional<String> key = Addresses.resolve(reference.line().key(), reference.uri())
                    .filter(found -> Addresses.isBeside(reference.line().key(), found));
            findings.unless(key.isPresent(), Rule.INSIDE, reference.place(), "'%s'", reference.uri());
            return key.flatMap(found -> reader.whole(found, reference.place())
                            .map(bytes -> PlaylistText.parse(found, bytes, findings)))
                    .map(text -> MediaText.parse(text, findings));
        }

        private void track(Reference reference, MediaText playlist) {
            new TrackReader(reader, segments, findings).read(playlist).ifPresent(track -> {
                new SegmentRules(findings).check(track);
                tracks.put(reference, track);
            });
        }

        private void describe(MultivariantText master) {
            VariantRules rules = new VariantRules(findings);
            for (Reference audio : master.audio()) {
                Optional.ofNullable(tracks.get(audio)).ifPresent(track -> rules.audio(audio, track));
            }
            for (Reference variant : master.variants()) {
                List<Reference> group = master.audio().stream()
                        .filter(audio -> audio.value("GROUP-ID").equals(variant.value("AUDIO")))
                        .toList();
                // Of what cannot be read nothing can be measured; that is found already.
                if (tracks.containsKey(variant) && tracks.keySet().containsAll(group)) {
                    List<Track> audio = group.stream().map(tracks::get).toList();
                    rules.variant(variant, tracks.get(variant), audio, sealed);
                    new SphereRules(findings)
                            .layout(variant, tracks.get(variant), MultivariantRules.isOfRequirements(master.text()));
                }
            }
        }

        private void iFrames(MultivariantText master) {
            Set<Track> listed = new HashSet<>();
            Map<Reference, Track> videos = new LinkedHashMap<>(tracks);
            videos.keySet().retainAll(master.variants());
            for (Reference reference : master.iFrames()) {
                read(reference);
                Optional.ofNullable(playlists.get(reference))
                        .flatMap(playlist -> new IFrameRules(findings).check(reference, playlist, videos.values()))
                        .ifPresent(listed::add);
            }
            if (sealed) {
                videos.forEach((reference, track) -> findings.unless(
                        listed.contains(track), Rule.I_FRAMES, reference.place(), "none for this variant"));
            }
        }
    }
}
