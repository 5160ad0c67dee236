package atelier.processors.mp4;

import java.io.IOException;
import java.util.List;

/**
 * A fragment with its samples and where its media data lies.
 *
 * @param summary what the outside sees of it
 * @param samples in decode order
 * @param data position of the media data
 * @param dataSize bytes of the media data
 */
record MovieFragment(Fragment summary, List<Sample> samples, long data, long dataSize) {
    MovieFragment {
        samples = List.copyOf(samples);
    }

    /** Reads the moof at {@code moof}, whose media data is in the box {@code mdat}. */
    static MovieFragment read(BoxReader file, BoxHeader moof, BoxHeader mdat, InitSegment init) throws IOException {
        if (!(file.box(moof) instanceof Box.Container box)) {
            throw Mp4Exception.malformed("The moof box at byte %d is empty", moof.offset());
        }
        TrackFragmentReader reader = new TrackFragmentReader(moof, mdat, init);
        Box.Container track = reader.onlyTrack(box);
        List<Sample> samples = reader.samples(track);
        return new MovieFragment(summary(moof, mdat, samples), samples, mdat.bodyOffset(), mdat.bodySize());
    }

    /** Reads a fragment that was found before. */
    static MovieFragment read(BoxReader file, Fragment found, InitSegment init) throws IOException {
        BoxHeader moof = require(file, found.offset(), found);
        long at = moof.end();
        BoxHeader next = require(file, at, found);
        while (!next.type().equals("mdat") && next.end() < found.end()) {
            next = require(file, next.end(), found);
        }
        return read(file, moof, next, init);
    }

    private static BoxHeader require(BoxReader file, long offset, Fragment found) throws IOException {
        return file.header(offset)
                .filter(box -> box.end() <= found.end())
                .orElseThrow(() -> Mp4Exception.malformed(
                        "The file changed: there is no longer a fragment at byte %d", found.offset()));
    }

    /** The same with other times. */
    MovieFragment withSamples(List<Sample> timed) {
        return new MovieFragment(summary, timed, data, dataSize);
    }

    /** The same at another time. */
    MovieFragment shifted(long ticks) {
        return withSamples(samples.stream()
                .map(sample ->
                        sample.at(sample.decodeTime() + ticks, sample.duration(), sample.presentationTime() + ticks))
                .toList());
    }

    /** Decode time of the first sample. */
    long start() {
        return samples.get(0).decodeTime();
    }

    /** Decode time of what follows it. */
    long end() {
        Sample last = samples.get(samples.size() - 1);
        return last.decodeTime() + last.duration();
    }

    static Fragment summary(BoxHeader moof, BoxHeader mdat, List<Sample> samples) {
        Sample first = samples.get(0);
        return new Fragment(
                moof.offset(),
                moof.size(),
                mdat.end() - moof.offset(),
                first.decodeTime(),
                samples.stream().mapToLong(Sample::duration).sum(),
                samples.size(),
                (int) samples.stream().filter(Sample::isSync).count(),
                first.isSync(),
                first.presentationTime(),
                samples.stream().mapToLong(Sample::presentationTime).min().orElseThrow());
    }
}
