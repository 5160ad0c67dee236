package atelier.processors.encode;

import atelier.processors.index.Seek;
import atelier.processors.index.SoundSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What of an input's sound is encoded, as options of FFmpeg. */
sealed interface SoundPart {

    /** What goes before the input. */
    default List<String> before() {
        return List.of();
    }

    /**
     * The filters that leave it, as samples counted from 0.
     *
     * @param rate samples a second of the rendition
     */
    List<String> filters(int rate);

    /**
     * All of it. It starts with the first picture and ends with the last: silence is put in where the sound begins late, has
     * gaps or ends early, and what is beyond is cut off.
     *
     * @param startMicros when the first picture is presented, in the input's time
     * @param durationMillis of the pictures, where the container says it
     */
    record Whole(long startMicros, OptionalLong durationMillis) implements SoundPart {
        @Override
        public List<String> filters(int rate) {
            List<String> filters = new ArrayList<>(fromFirstPicture(startMicros, rate));
            durationMillis.ifPresent(millis -> {
                filters.add("apad=whole_dur=" + seconds(millis / 1e3));
                filters.add("atrim=end=" + seconds(millis / 1e3));
            });
            filters.add(COUNTED);
            return filters;
        }
    }

    /**
     * A piece, by counting samples from a packet on. Samples that a container says are to be skipped are counted like all others.
     * ({@code aselect} would tell packets apart more simply; in FFmpeg 8.0 it lets all of them through.)
     *
     * @param span which
     */
    record Counted(SoundSpan span) implements SoundPart {
        @Override
        public List<String> before() {
            List<String> options = new ArrayList<>(List.of("-flags2", "+skip_manual"));
            span.window().seek().ifPresent(at -> options.addAll(Seek.to(at)));
            return options;
        }

        @Override
        public List<String> filters(int rate) {
            List<String> filters = new ArrayList<>();
            filters.add("asetpts='" + fromFirst() + "'");
            filters.add("atrim=start_pts=0");
            span.window().samples().ifPresent(samples -> filters.add("atrim=end_sample=" + samples));
            filters.add("asetpts='" + place() + "'");
            filters.add("atrim=start_pts=0");
            filters.add("aresample=" + rate + ":async=1:first_pts=0");
            filters.add("atrim=start_sample=" + span.trim());
            if (span.pad() > 0) {
                filters.add("apad=pad_len=" + span.pad());
            }
            filters.add("atrim=end_sample=" + span.samples());
            filters.add(COUNTED);
            return filters;
        }

        /** The first packet that is wanted gets time 0, and those before it one long before; containers round times. */
        private String fromFirst() {
            SoundSpan.Window window = span.window();
            double length = (double) window.packet() / window.rate();
            return "if(lt(T," + seconds(window.first() - length / 2) + ")," + LONG_BEFORE + ",round((T-"
                    + seconds(window.first()) + ")*" + window.rate() + "/" + window.packet() + ")*" + window.packet()
                    + ")";
        }

        /** From there on samples are counted. */
        private String place() {
            String jumps = span.jumps().stream()
                    .map(jump -> String.format(Locale.ROOT, "%+d*gte(N,%d)", jump.by(), jump.at()))
                    .collect(Collectors.joining());
            return String.format(Locale.ROOT, "STARTPTS+N%+d%s", -span.skip(), jumps);
        }
    }

    /**
     * A piece of a sound that cannot be counted, or turned out damaged: decoded from the input's beginning as the whole is, each sample at its time.
     *
     * @param startMicros when the first picture is presented, in the input's time
     * @param span which
     */
    record Timed(long startMicros, SoundSpan span) implements SoundPart {
        @Override
        public List<String> filters(int rate) {
            List<String> filters = new ArrayList<>(fromFirstPicture(startMicros, rate));
            long end = span.firstSample() + span.samples();
            filters.add("apad=whole_len=" + end);
            filters.add("atrim=start_sample=" + span.firstSample() + ":end_sample=" + end);
            filters.add(COUNTED);
            return filters;
        }
    }

    String COUNTED = "asetpts=N/SR/TB";

    /** In samples. */
    long LONG_BEFORE = -1_000_000_000_000L;

    private static List<String> fromFirstPicture(long startMicros, int rate) {
        return List.of(
                "asetpts=PTS-(" + seconds(startMicros / 1e6) + ")/TB", "aresample=" + rate + ":async=1:first_pts=0");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
