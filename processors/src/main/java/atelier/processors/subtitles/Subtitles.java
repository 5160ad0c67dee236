package atelier.processors.subtitles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Subtitles of a film.
 *
 * @param cues in the order in which they are shown
 */
public record Subtitles(List<Cue> cues) {
    /** Subtitles of long films are 200 KB. */
    public static final int LARGEST = 4 << 20;

    /** What editors on Windows wrote before they wrote UTF-8; it has a character for nearly every byte. */
    private static final Charset OTHERWISE = Charset.forName("windows-1252");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public Subtitles {
        cues = List.copyOf(cues);
    }

    /**
     * Reads a file, SubRip or WebVTT, in UTF-8, UTF-16 with a mark, or else Windows' own.
     *
     * @param file its first bytes, {@link #LARGEST} at most
     */
    public static Subtitles read(byte[] file) {
        return new Subtitles(CueReader.read(text(file)));
    }

    /** The same, shown later or, where that is negative, sooner; what would be over before the film begins is left out. */
    public Subtitles shifted(long millis) {
        return new Subtitles(cues.stream()
                .map(each -> each.shifted(millis))
                .filter(each -> each.endMillis() > each.startMillis())
                .toList());
    }

    /** As a WebVTT file for HLS: its times are those of the film's segments (RFC 8216bis, 3.1.4). */
    public String webVtt() {
        StringBuilder text = new StringBuilder("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n");
        for (Cue cue : cues) {
            text.append('\n').append(time(cue.startMillis())).append(" --> ").append(time(cue.endMillis()));
            text.append(cue.settings().isEmpty() ? "" : " " + cue.settings());
            text.append('\n').append(cue.payload()).append('\n');
        }
        return text.toString();
    }

    private static String time(long millis) {
        long seconds = millis / 1000;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
    }

    private static String text(byte[] file) {
        String text = decoded(file);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decoded(byte[] file) {
        boolean big = begins(file, 0xFE, 0xFF);
        if (big || begins(file, 0xFF, 0xFE)) {
            return new String(file, big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, OTHERWISE);
        }
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
