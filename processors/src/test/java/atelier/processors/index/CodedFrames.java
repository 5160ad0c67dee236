package atelier.processors.index;

import atelier.processors.mp4.SoundCuts;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes coded frames for tests. */
final class CodedFrames {
    static final CutRule RULE = new CutRule(2, 5, 6, 15, 6, 2);

    static final SoundTracks NO_SOUNDS = new SoundTracks(List.of(), new SoundCuts(48_000, Duration.ofSeconds(6)));

    private CodedFrames() {}

    /** GOPs of random length, 0.5 to 3 s at 25 frames a second in a time base of 1/25; each frame's hash follows from the seed. */
    static List<Long> shot(long seed, int gops) {
        Random random = new Random(seed);
        List<Long> frames = new ArrayList<>();
        for (int gop = 0; gop < gops; gop++) {
            int length = 12 + random.nextInt(63);
            for (int i = 0; i < length; i++) {
                // The sign says whether it is a key frame.
                long content = random.nextLong() >>> 1;
                frames.add(i == 0 ? -content - 1 : content);
            }
        }
        return frames;
    }

    @SafeVarargs
    static List<CodedFrame> timeline(List<Long>... shots) {
        List<CodedFrame> frames = new ArrayList<>();
        for (List<Long> shot : shots) {
            for (long content : shot) {
                frames.add(new CodedFrame(frames.size(), frames.size(), content < 0, true, hash(content)));
            }
        }
        return frames;
    }

    static byte[] hash(long content) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(8).putLong(content).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<IndexedChunk> chunks(Ratio timeBase, List<CodedFrame> frames) {
        return chunks(new VideoTrack(0, "h264", "", timeBase, List.of()), frames);
    }

    static List<IndexedChunk> chunks(VideoTrack track, List<CodedFrame> frames) {
        List<IndexedChunk> chunks = new ArrayList<>();
        Chunker chunker = new Chunker(
                RULE, track.timeBase(), new ChunkBuilder(RULE, track, "config"), chunk -> chunks.add(chunk.named()));
        frames.forEach(chunker::accept);
        chunker.finish();
        return chunks;
    }
}
