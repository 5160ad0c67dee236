package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.CutRule;
import atelier.processors.index.Index;
import atelier.processors.index.IndexListener;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.Indexer;
import atelier.processors.index.SoundSpan;
import atelier.processors.index.SoundTrack;
import atelier.processors.index.SoundTracks;
import atelier.processors.mp4.Fragment;
import atelier.processors.mp4.Fragments;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.PlannedRuns;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.mp4.SoundRuns;
import atelier.processors.probe.AudioStream;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A film whose sound is encoded in pieces, and whole, for comparison.
 *
 * @param startMicros when its first picture is shown
 */
record PiecedFilm(Path file, Path folder, MediaInfo media, long startMicros, Index index, List<IndexedSound> pieces) {
    static final SoundCuts CUTS = new SoundCuts(48_000, Duration.ofSeconds(6));
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 0, 0);
    private static final int BLOCK = 1024;
    private static final int MOST_SHIFT = 48;

    /** Decibels. Two encodes of one click differ as much as each does from the click, and neither is wrong. */
    private static final double MOST_WORSE = 1;

    static PiecedFilm read(Path file, Path folder) throws IOException {
        SourceLimits taken = new SourceLimits(Duration.ofHours(1), 9999, 99_999_999);
        MediaInfo media = new Prober(FfmpegForTests.programs(), LIMITS, taken, folder).probe(file);
        List<IndexedChunk> chunks = new ArrayList<>();
        List<IndexedSound> pieces = new ArrayList<>();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Index index = new Indexer(
                            FfmpegForTests.programs(),
                            LIMITS,
                            new CutRule(2, 5, 6, 15, 6, 2),
                            InputOptions.beforeInput())
                    .read(file, media.track(), sounds(media), folder, threads, Optional.empty(), new IndexListener() {
                        @Override
                        public void chunk(IndexedChunk chunk) {
                            chunks.add(chunk);
                        }

                        @Override
                        public void sound(IndexedSound piece) {
                            pieces.add(piece);
                        }
                    })
                    .index();
            double start = chunks.get(0).span().startPts()
                    * media.video().timing().timeBase().value();
            return new PiecedFilm(file, folder, media, Math.round(start * 1e6), index, pieces);
        } finally {
            threads.shutdownNow();
        }
    }

    private static SoundTracks sounds(MediaInfo media) {
        AudioStream sound = media.sounds().get(0);
        return new SoundTracks(
                List.of(new SoundTrack(
                        sound.index(),
                        sound.codec(),
                        sound.sampleRate(),
                        sound.channels(),
                        sound.timeBase().orElseThrow())),
                CUTS);
    }

    /** Its pieces, put together as a player does; each encoded as it is planned. */
    float[] joined() throws IOException {
        List<Path> segments = new ArrayList<>();
        InitSegment init = null;
        for (IndexedSound piece : pieces) {
            SoundSpan span = piece.span();
            Path encoded = encode(new SoundPart.Counted(span), "piece-" + piece.number());
            InitSegment own = Fragments.scan(encoded).init();
            if (init != null && !Arrays.equals(own.bytes(), init.bytes())) {
                throw new AssertionError("Piece " + piece.number() + " has an init segment of its own");
            }
            init = own;
            SoundRuns runs = new PlannedRuns(span.lead(), span.segments(), span.samples() + SoundCuts.PACKET);
            segments.addAll(segments(encoded, runs, span.startTicks(), "piece-" + piece.number()));
        }
        return decode(init, segments, "joined");
    }

    float[] whole() throws IOException {
        Path encoded = encode(new SoundPart.Whole(startMicros, OptionalLong.of(index.durationMillis())), "whole");
        return decode(Fragments.scan(encoded).init(), segments(encoded, CUTS.runs(), 0, "whole"), "whole");
    }

    /**
     * How much the pieces differ from the whole.
     *
     * @param atJoints decibels above the whole's level: the most of blocks of 1024 samples that are near a joint, and farther from
     *     what was delivered than the whole is
     * @param elsewhere the most of all others
     * @param shift by how many samples they are later
     */
    record Difference(double atJoints, double elsewhere, int shift) {}

    Difference difference() throws IOException {
        float[] whole = whole();
        float[] joined = joined();
        if (whole.length != joined.length) {
            throw new AssertionError(joined.length + " samples, not " + whole.length);
        }
        float[] source = Arrays.copyOf(source(), whole.length);
        return IntStream.rangeClosed(-MOST_SHIFT, MOST_SHIFT)
                .mapToObj(shift -> difference(source, whole, joined, shift))
                .min(Comparator.comparing(Difference::elsewhere))
                .orElseThrow();
    }

    private Difference difference(float[] source, float[] whole, float[] joined, int shift) {
        double[] most = {-200, -200};
        for (int at = 2 * BLOCK; at + 4 * BLOCK <= whole.length; at += 2 * BLOCK) {
            int block = at / 2 / BLOCK;
            boolean near = pieces.stream()
                    .mapToLong(each -> each.span().startTicks() / BLOCK)
                    .anyMatch(joint -> joint > 0 && Math.abs(block - joint + 1) <= 2);
            if (near && decibels(source, joined, at, 2 * shift) < decibels(source, whole, at, 0) + MOST_WORSE) {
                continue;
            }
            double found = decibels(whole, joined, at, 2 * shift);
            // Behind a gap the whole may be off by a sample: it cuts its times off.
            most[near ? 0 : 1] = Math.max(
                    most[near ? 0 : 1], near ? Math.min(found, decibels(whole, joined, at, 2 * shift + 2)) : found);
        }
        return new Difference(most[0], most[1], shift);
    }

    private static double decibels(float[] whole, float[] joined, int at, int shift) {
        double level = 1e-6;
        double difference = 1e-12;
        for (int i = at; i < at + 2 * BLOCK; i++) {
            level += whole[i] * whole[i];
            difference += (whole[i] - joined[i + shift]) * (whole[i] - joined[i + shift]);
        }
        return 10 * Math.log10(difference / level);
    }

    /** What was delivered, where the whole has it. */
    private float[] source() throws IOException {
        SoundPart part = new SoundPart.Whole(startMicros, OptionalLong.of(index.durationMillis()));
        List<String> decoding = new ArrayList<>(List.of("-v", "error", "-y", "-copyts", "-i", file.toString()));
        decoding.addAll(List.of("-map", "0:" + media.sounds().get(0).index()));
        decoding.addAll(List.of("-af", String.join(",", part.filters(CUTS.sampleRate())), "-ac", "2"));
        return samples(decoding, "source");
    }

    private Path encode(SoundPart part, String name) throws IOException {
        EncodeInput input = new EncodeInput(
                file, InputOptions.beforeInput(), media.sounds().get(0).index());
        Path encoded = Files.createDirectories(folder.resolve(name)).resolve("encoded.mp4");
        FfmpegForTests.withoutSandbox()
                .run(
                        new AudioCommand(input, part, Recipes.AUDIO, Optional.empty()).writing(encoded),
                        LIMITS,
                        line -> {});
        return encoded;
    }

    private List<Path> segments(Path encoded, SoundRuns runs, long start, String name) throws IOException {
        Fragments all = Fragments.scan(encoded);
        List<List<Fragment>> cut = new ArrayList<>(runs.add(all.list()));
        cut.addAll(runs.finish());
        List<Path> segments = new ArrayList<>();
        long at = start;
        for (List<Fragment> run : cut) {
            Path target = folder.resolve(name).resolve(segments.size() + ".m4s");
            long shift = at - run.get(0).baseDecodeTime();
            at += new SegmentWriter(2, 0)
                    .writeRun(encoded, all.init(), run, shift, segments.size() + 1, target)
                    .durationTicks();
            segments.add(target);
        }
        return segments;
    }

    private float[] decode(InitSegment init, List<Path> segments, String name) throws IOException {
        Path joined = folder.resolve(name + ".mp4");
        try (OutputStream out = Files.newOutputStream(joined)) {
            out.write(init.canonical()
                    .withTrackId(2)
                    .withEditList(SoundCuts.PACKET)
                    .bytes());
            for (Path segment : segments) {
                Files.copy(segment, out);
            }
        }
        return samples(List.of("-v", "error", "-y", "-i", joined.toString()), name);
    }

    private float[] samples(List<String> decoding, String name) throws IOException {
        Path samples = folder.resolve(name + ".f32");
        List<String> all = new ArrayList<>(decoding);
        all.addAll(List.of("-f", "f32le", samples.toString()));
        FfmpegForTests.withoutSandbox().run(new Command(Program.FFMPEG, all, folder), LIMITS, line -> {});
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(samples))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] found = new float[floats.remaining()];
        floats.get(found);
        return found;
    }
}
