package atelier.processors.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody delivers as subtitles becomes WebVTT, or nothing. */
class SubtitlesTest {
    private static final String HEAD = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n";

    @Test
    void subRipBecomesWebVtt() {
        String written = "1\r\n00:00:01,000 --> 00:00:02,500 X1:40 Y1:20\r\n<i>Where?</i>\r\nThere & here.\r\n\r\n"
                + "2\r\n01:00:03,1 --> 01:00:04,25\r\nLater\r\n3\r\n01:00:05,000 --> 01:00:06,000\r\nno line between\r\n";
        assertThat(read(written)).isEqualTo(HEAD + """

                00:00:01.000 --> 00:00:02.500
                <i>Where?</i>
                There &amp; here.

                01:00:03.100 --> 01:00:04.250
                Later

                01:00:05.000 --> 01:00:06.000
                no line between
                """);
    }

    @Test
    void ofWebVttTextTimesAndPlacesStay() {
        String written = """
                WEBVTT - a title
                X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000

                STYLE
                ::cue { background: url(https://evil.example/) }

                NOTE nothing of this is shown

                second
                00:04.000 --> 00:05.000 align:start line:10% onclick:x position:5%
                <v Mila>Two &lt; three</v>

                first
                00:01.000 --> 00:02.000
                One
                """;
        assertThat(read(written)).isEqualTo(HEAD + """

                00:00:01.000 --> 00:00:02.000
                One

                00:00:04.000 --> 00:00:05.000 align:start line:10% position:5%
                Two &lt; three
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>|alert(1)",
                "<img src=x onerror=alert(1)>x|x",
                "&lt;script&gt;|&lt;script&gt;",
                "&amp;lt;b&amp;gt;|&amp;lt;b&amp;gt;",
                "a --> b|a --&gt; b",
                "1 < 2 and 3 > 2|1 &lt; 2 and 3 &gt; 2",
                "<b onmouseover=x>bold|<b>bold</b>",
                "<b><i>x</b></i>|<b><i>x</i></b>",
                "<font color=red>red</font>|red",
                "{\\an8}{\\c&HFF&}above|above",
                "<00:00:01.500>kara<c.yellow>oke</c>|karaoke",
            })
    void markupIsMadeHarmless(String written, String shown) {
        assertThat(CuePayload.of(written)).isEqualTo(shown);
    }

    @Test
    void aCueNeitherEndsTooSoonNorIsEndless() {
        assertThat(CuePayload.of("one\n\n  \n<b></b>\ntwo")).isEqualTo("one\ntwo");
        assertThat(CuePayload.of("x".repeat(100_000))).hasSize(1000);
        assertThat(CuePayload.of("a\n".repeat(500)).lines()).hasSize(10);
        assertThat(CuePayload.of("a\u0000\u0007b\ud800c")).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void everyUsualEncodingIsRead(String encoding) {
        byte[] file = "1\n00:00:01,000 --> 00:00:02,000\nÜber – „Café“\n".getBytes(Charset.forName(encoding));
        assertThat(Subtitles.read(file).cues())
                .singleElement()
                .satisfies(cue -> assertThat(cue.payload()).isEqualTo("Über – „Café“"));
    }

    @Test
    void aByteOrderMarkIsNoText() {
        byte[] file = "\uFEFF1\n00:00:01,000 --> 00:00:02,000\nA\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Subtitles.read(file).cues()).hasSize(1);
    }

    @Test
    void whatHasNoTimesOrEndsBeforeItBeginsIsLeftOut() {
        assertThat(Subtitles.read("\u0000\u0001GIF89a".getBytes(StandardCharsets.UTF_8))
                        .cues())
                .isEmpty();
        assertThat(Subtitles.read("00:00:02,000 --> 00:00:01,000\nA\n".getBytes(StandardCharsets.UTF_8))
                        .cues())
                .isEmpty();
    }

    @Test
    void whatIsOverBeforeTheFilmBeginsIsLeftOut() {
        String two = "00:00:01,000 --> 00:00:02,000\nA\n\n00:00:02,000 --> 00:00:04,000\nB\n";
        assertThat(Subtitles.read(two.getBytes(StandardCharsets.UTF_8))
                        .shifted(-3000)
                        .webVtt())
                .isEqualTo(HEAD + "\n00:00:00.000 --> 00:00:01.000\nB\n");
    }

    private static String read(String written) {
        return Subtitles.read(written.getBytes(StandardCharsets.UTF_8)).webVtt();
    }
}
