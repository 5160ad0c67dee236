package atelier.processors.publish;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.conformance.PublishedFiles;
import atelier.processors.conformance.SegmentMemory;
import atelier.processors.hls.PlaylistType;
import atelier.processors.ladder.Ladder;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.Fragment;
import atelier.processors.mp4.FragmentTail;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.MediaFormat;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenChunk;
import atelier.processors.mp4.WrittenSegment;
import atelier.processors.spherical.Sphere;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import atelier.processors.subtitles.Subtitles;
import atelier.processors.tracks.TrackLabel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An edition in a store, as it is published: HD and SD of two chunks of 4.004 s each, and sound, all encoded by FFmpeg. */
public final class EditionForTests {
    /** The artwork. */
    public static final String SLUG = "mila/sunset é";

    private static final long FRAME = 1001;
    private static final long CHUNK = 120 * FRAME;

    /** Four fragments of 47 packets. */
    private static final double SOUND_SECONDS = 4 * 47 * 1024 / 48_000.0;

    private static final int TARGET_SECONDS = 6;

    private final Path root;
    private final Sphere sphere;
    private final Store store;
    private final EditionWriter writer;
    private final List<RenditionProgress> renditions = new ArrayList<>();

    private EditionForTests(Path root, int chunks, Sphere sphere) throws IOException {
        this.root = root;
        this.sphere = sphere;
        this.store = new FolderStore(root.resolve("store"));
        this.writer = new EditionWriter(
                store,
                new Ladder(Map.of(
                        "HD",
                        recipe(Kind.VIDEO),
                        "SD",
                        recipe(Kind.VIDEO),
                        "AUDIO",
                        recipe(Kind.AUDIO),
                        "TEXT",
                        recipe(Kind.TEXT))),
                TARGET_SECONDS);
        renditions.add(video("SD", 1, chunks));
        renditions.add(video("HD", 2, chunks));
        renditions.add(sound(Math.round(chunks * 4.004 / SOUND_SECONDS)));
        renditions.add(text(chunks * 4004L));
    }

    /** A sealed edition. */
    public static EditionForTests sealed(Path root) throws IOException {
        return lasting(root, 2);
    }

    /** A sealed edition of that many chunks. */
    public static EditionForTests lasting(Path root, int chunks) throws IOException {
        return sealed(new EditionForTests(root, chunks, Sphere.PLAIN));
    }

    /** A sealed edition of a sphere. */
    public static EditionForTests of(Path root, Sphere sphere) throws IOException {
        return sealed(new EditionForTests(root, 2, sphere));
    }

    private static EditionForTests sealed(EditionForTests edition) {
        edition.writer.point(
                SLUG,
                1,
                edition.renditions,
                edition.writer.seal(SLUG, 1, edition.renditions, new SegmentMemory(PublishedFiles.of(edition.store))));
        return edition;
    }

    /** An edition that has all of the sound and of the videos the first segments. */
    public static EditionForTests growing(Path root, int segments) throws IOException {
        EditionForTests edition = new EditionForTests(root, 2, Sphere.PLAIN);
        List<RenditionProgress> part = edition.renditions.stream()
                .map(each -> each.isTimed()
                        ? edition.progress(
                                each.name(),
                                each.kind(),
                                each.ready().subList(0, segments),
                                each.info().orElseThrow())
                        : each)
                .toList();
        part.stream()
                .filter(RenditionProgress::isTimed)
                .forEach(each -> edition.writer.media(SLUG, 1, each, PlaylistType.EVENT, false));
        edition.writer.multivariant(SLUG, 1, part);
        edition.writer.point(SLUG, 1, part);
        return edition;
    }

    /** The file of its subtitles. */
    public Path text() {
        return folder().resolve(MediaAddress.text(fingerprint(4, 0)));
    }

    /** Where it lies. */
    public Store store() {
        return store;
    }

    /** The folder that is the store. */
    public Path folder() {
        return root.resolve("store");
    }

    /** Key of its multivariant playlist. */
    public String master() {
        return playlist("master.m3u8");
    }

    /** Key of one of its playlists. */
    public String playlist(String name) {
        return MediaAddress.ofEdition(SLUG, 1, name);
    }

    /** A segment's file. */
    public Path segment(String rendition, int number) {
        return folder().resolve(find(rendition).ready().get(number).key());
    }

    /** The init segment's file of the output that a segment is of. */
    public Path init(String rendition, int segment) {
        return folder().resolve(
                        MediaAddress.init(find(rendition).ready().get(segment).fingerprint()));
    }

    private RenditionProgress find(String rendition) {
        return renditions.stream()
                .filter(each -> each.name().equals(rendition))
                .findFirst()
                .orElseThrow();
    }

    /** The two recorded chunks by turns. */
    private RenditionProgress video(String name, int number, int chunks) throws IOException {
        List<ReadySegment> ready = new ArrayList<>();
        InitSegment init = InitSegment.read(recorded("chunk-0.mp4"));
        for (int chunk = 0; chunk < chunks; chunk++) {
            long start = chunk * CHUNK;
            WrittenChunk written = new SegmentWriter(1, 2 * FRAME)
                    .writeChunk(
                            recorded("chunk-" + chunk % 2 + ".mp4"),
                            new ExpectedChunk(120, CHUNK, List.of(0L, CHUNK / 2)),
                            start,
                            scratch(name + chunk));
            init = written.init();
            ready.addAll(stored(fingerprint(number, chunk), start, init, written.segments()));
        }
        StreamInfo info = new StreamInfo(init.codec(), (int) init.timescale(), 64, 36, 0, 0, 30000 / 1001.0);
        return progress(name, Kind.VIDEO, ready, info);
    }

    private static String fingerprint(int rendition, int chunk) {
        return "%08x%056x".formatted(rendition, chunk);
    }

    /** The five seconds of sound, cut to four, that many times. */
    private RenditionProgress sound(long times) throws IOException {
        Path encoded = recorded("sound.mp4");
        List<Fragment> fragments;
        InitSegment found;
        try (FragmentTail tail = FragmentTail.open(encoded)) {
            found = tail.init().orElseThrow();
            fragments = tail.poll().subList(0, 4);
        }
        Path folder = scratch("sound");
        List<WrittenSegment> written = new ArrayList<>();
        long at = 0;
        for (int number = 0; number < 2 * times; number++) {
            List<Fragment> run = number % 2 == 0 ? fragments.subList(0, 2) : fragments.subList(2, 4);
            Path target = folder.resolve(MediaAddress.segment(number));
            long shift = at - run.get(0).baseDecodeTime();
            written.add(new SegmentWriter(2, 0).writeRun(encoded, found, run, shift, number + 1, target));
            at = written.get(number).endTicks();
        }
        InitSegment init = found.canonical().withTrackId(2).withEditList(1024);
        int channels = ((MediaFormat.Audio) init.format()).channels();
        StreamInfo info = new StreamInfo(init.codec(), (int) init.timescale(), 0, 0, channels, 48_000, 0);
        return progress("AUDIO", Kind.AUDIO, stored(fingerprint(3, 0), 0, init, written), info);
    }

    private RenditionProgress text(long durationMillis) {
        String written =
                "1\n00:00:01,000 --> 00:00:02,000\n<i>One</i> & two\n\n2\n00:00:03,000 --> 00:00:04,000\nThree\n";
        byte[] file = Subtitles.read(written.getBytes(StandardCharsets.UTF_8))
                .webVtt()
                .getBytes(StandardCharsets.UTF_8);
        store.put(MediaAddress.text(fingerprint(4, 0)), file);
        return new RenditionProgress(
                format("TEXT"),
                Kind.TEXT,
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RenditionProgress.Text(fingerprint(4, 0), durationMillis)),
                Sphere.PLAIN,
                false,
                Optional.of(new TrackLabel("Deutsch", Optional.of("de"), true, false)));
    }

    private List<ReadySegment> stored(String fingerprint, long start, InitSegment init, List<WrittenSegment> written) {
        store.put(MediaAddress.init(fingerprint), init.bytes());
        store.putAll(
                MediaAddress.ofPlacement(fingerprint, start),
                written.stream().map(WrittenSegment::path).toList());
        List<ReadySegment> ready = new ArrayList<>();
        for (WrittenSegment each : written) {
            ready.add(new ReadySegment(fingerprint, start, ready.size(), each.durationTicks(), each.bytes()));
        }
        return ready;
    }

    private Path scratch(String name) throws IOException {
        return Files.createDirectories(root.resolve("scratch").resolve(name));
    }

    private static Path recorded(String name) {
        try {
            return Path.of(InitSegment.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private RenditionProgress progress(String name, Kind kind, List<ReadySegment> ready, StreamInfo info) {
        Optional<TrackLabel> label = Optional.of(new TrackLabel("Sound", Optional.empty(), true, false));
        return new RenditionProgress(
                format(name),
                kind,
                ready,
                true,
                Optional.empty(),
                Optional.of(info),
                Optional.empty(),
                kind == Kind.VIDEO ? sphere : Sphere.PLAIN,
                false,
                label);
    }

    private static VideoFormat format(String name) {
        return new VideoFormat(
                1, 1, name, "encoded", "complete", Optional.empty(), OptionalLong.empty(), 64, 36, Optional.empty());
    }

    private static Recipe recipe(Kind kind) {
        String codec = kind == Kind.AUDIO ? "aac" : kind == Kind.TEXT ? "webvtt" : "h264";
        return new Recipe(kind, "source", Policy.EAGER, 64, 36, true, codec, "veryfast", 23, 500, 0, 2, 0, "", 1, 0, 0);
    }
}
