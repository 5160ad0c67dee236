package atelier.processors.index;

import static atelier.processors.index.OddIndexException.require;

import atelier.processors.ffmpeg.ProgramException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the index of MP4 and QuickTime files with H.264 or HEVC. FFmpeg has to list their first packets as the index has them.
 *
 * @param forms of the pictures is hashed what is the same in every container
 */
record OutlineReader(
        Listing listing,
        Path file,
        CutRule rule,
        VideoTrack track,
        String configuration,
        SoundTracks sounds,
        Map<Integer, CodedForm> forms)
        implements Outliner {
    private static final Logger LOG = LoggerFactory.getLogger(OutlineReader.class);

    /** Some seconds of a film, so that each of its sounds has come. */
    private static final int FIRST_PACKETS = 300;

    /** Of each stream so many are hashed. */
    private static final int HASHED = 40;

    @Override
    public Optional<Outline> outline() throws IOException {
        if (!forms.containsKey(track.stream())) {
            return Optional.empty();
        }
        PacketData data = new PacketData(file, forms);
        try {
            return Optional.of(outline(data));
        } catch (OddIndexException | ProgramException e) {
            data.close();
            LOG.debug("{} is listed as it is read: {}.", file, e.getMessage());
            return Optional.empty();
        }
    }

    private Outline outline(PacketData data) throws IOException, OddIndexException {
        List<Integer> heard = sounds.tracks().stream().map(SoundTrack::stream).toList();
        Map<Integer, Ratio> units = new TreeMap<>(Map.of(track.stream(), track.timeBase()));
        sounds.tracks().forEach(sound -> units.put(sound.stream(), sound.timeBase()));
        Map<Integer, SampleTable> tables = MovieIndex.read(data.file(), units.keySet());
        Map<Integer, List<Packet>> first = first();
        Map<Integer, TimedSamples> timed = new TreeMap<>();
        for (int stream : units.keySet()) {
            SampleTable table = tables.get(stream);
            require(new Ratio(1, table.timescale()).equals(units.get(stream)), "FFmpeg counts times in another unit");
            List<Packet> listed = first.getOrDefault(stream, List.of());
            timed.put(stream, TimedSamples.of(stream, table, listed, stream == track.stream()));
            requireInPlace(data, listed);
        }
        List<TimedSamples> sounding = new ArrayList<>();
        heard.forEach(stream -> sounding.add(timed.get(stream)));
        return new Outline(rule, track, configuration, sounds, timed.get(track.stream()), sounding, data);
    }

    private Map<Integer, List<Packet>> first() throws OddIndexException {
        List<ProbeLine> lines = new ArrayList<>();
        listing.first(FIRST_PACKETS, List.of(), lines::add);
        Stream<String> containers = lines.stream()
                .filter(line -> line.section().equals("format"))
                .flatMap(line -> Arrays.stream(line.text("format_name").split(",")));
        require(containers.anyMatch("mov"::equals), "it is no MP4 and no QuickTime file");
        return lines.stream()
                .filter(line -> line.section().equals("packet"))
                .map(Packet::of)
                .collect(Collectors.groupingBy(Packet::stream));
    }

    /** Ciphered packets, and those of other files, are not what lies there. */
    private static void requireInPlace(PacketData data, List<Packet> listed) throws OddIndexException {
        for (Packet packet : listed.subList(0, Math.min(HASHED, listed.size()))) {
            String found = HexFormat.of().formatHex(data.plain(packet));
            require(found.equals(packet.hash()), "FFmpeg reads other data than lies in the file");
        }
    }
}
