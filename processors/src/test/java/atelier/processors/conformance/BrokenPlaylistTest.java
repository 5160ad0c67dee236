package atelier.processors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.publish.EditionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in the text of a playlist is found: each line is a change to an edition that conforms. */
class BrokenPlaylistTest {
    /** Sealed once: to do it again for each line takes ten times as long as to check it. */
    private static EditionForTests sealed;

    @TempDir
    Path folder;

    @BeforeAll
    static void seal(@TempDir Path shared) throws IOException {
        sealed = EditionForTests.sealed(shared);
    }

    @ParameterizedTest(name = "{0}: {1} in {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # rule               | what                                     | playlist         | instead
            FORMAT               | #EXTM3U                                  | master.m3u8      | #EXTM3
            FORMAT               | #EXTM3U                                  | HD.m3u8          | #EXTM3
            FORMAT               | CODECS=                                  | master.m3u8      | NAME="a",NAME="b",CODECS=
            FORMAT               | (SUBTITLES="text")                       | master.m3u8      | $1,
            FORMAT               | #EXT-X-MEDIA-SEQUENCE:0                  | SD.m3u8          | #EXT-X-MEDIA-SEQUENCE:none
            FORMAT               | #EXT-X-ENDLIST                           | SD.m3u8          | #EXT-X-TARGETDURATION:6%n#EXT-X-ENDLIST
            VERSION              | VERSION:7                                | master.m3u8      | VERSION:6
            VERSION              | VERSION:7                                | SD.m3u8          | VERSION:5
            INDEPENDENT_SEGMENTS | #EXT-X-INDEPENDENT-SEGMENTS              | master.m3u8      | ##
            VARIANTS             | HD\\.m3u8                                | master.m3u8      | HD.m3u8%nSD.m3u8
            ATTRIBUTES           | ,FRAME-RATE=[0-9.]*                      | master.m3u8      | ``
            ATTRIBUTES           | INF:BANDWIDTH=[0-9]*                     | master.m3u8      | INF:BANDWIDTH=high
            CODECS               | avc1\\.[0-9a-f]{6}                       | master.m3u8      | avc1.640029
            CODECS               | ,mp4a\\.40\\.2                           | master.m3u8      | ``
            RESOLUTION           | 64x36                                    | master.m3u8      | 64x38
            FRAME_RATE           | 29\\.970                                 | master.m3u8      | 25.000
            FRAME_RATE           | 29\\.970                                 | master.m3u8      | 59.940
            BANDWIDTH            | (STREAM-INF:BANDWIDTH=)[0-9]*            | master.m3u8      | $11000
            BANDWIDTH            | (STREAM-INF:BANDWIDTH=)                  | master.m3u8      | $12
            AVERAGE_BANDWIDTH    | (AVERAGE-BANDWIDTH=)                     | master.m3u8      | $11
            CHANNELS             | CHANNELS="2"                             | master.m3u8      | CHANNELS="6"
            AUDIO_GROUP          | ,AUTOSELECT=YES                          | master.m3u8      | ,AUTOSELECT=NO
            AUDIO_GROUP          | (#EXT-X-MEDIA.*)"Sound"(.*)              | master.m3u8      | $1"Sound"$2%n$1"Other"$2
            ATTRIBUTES           | NAME="Sound"                             | master.m3u8      | NAME="Sound",LANGUAGE="in French"
            SUBTITLES_GROUP      | ,SUBTITLES="text"                        | master.m3u8      | ``
            SUBTITLES_GROUP      | (#EXT-X-MEDIA.*)"Deutsch"(.*)            | master.m3u8      | $1"Deutsch"$2%n$1"Other"$2
            INSIDE               | URI="TEXT\\.m3u8"                        | master.m3u8      | URI="https://example.com/TEXT.m3u8"
            INSIDE               | .*text\\.vtt                             | TEXT.m3u8        | text.vtt
            RESOLVES             | chunks/0                                 | TEXT.m3u8        | chunks/f
            TARGET_DURATION      | TARGETDURATION:9                         | TEXT.m3u8        | TARGETDURATION:7
            TEXT                 | TYPE:VOD                                 | TEXT.m3u8        | TYPE:EVENT
            TEXT                 | #EXT-X-ENDLIST                           | TEXT.m3u8        | ##
            TEXT_LENGTH          | EXTINF:8                                 | TEXT.m3u8        | EXTINF:6
            INSIDE               | URI="AUDIO\\.m3u8"                       | master.m3u8      | URI="/media/AUDIO.m3u8"
            MEDIA_SEQUENCE       | SEQUENCE:0                               | HD.m3u8          | SEQUENCE:3
            END                  | #EXT-X-ENDLIST                           | AUDIO.m3u8       | #EXT-X-ENDLIST%n#EXT-X-BITRATE:1
            EXTINF               | 2\\.002[0-9]*                            | HD.m3u8          | 2.000
            MAP                  | (#EXT-X-MAP.*)                           | HD.m3u8          | $1%n$1
            I_FRAMES             | #EXT-X-I-FRAMES-ONLY                     | HD-iframes.m3u8  | ##
            I_FRAMES             | #EXT-X-I-FRAME-STREAM.*                  | master.m3u8      | ##
            I_FRAME_RANGE        | BYTERANGE:[0-9]*@0                       | SD-iframes.m3u8  | BYTERANGE:100@0
            I_FRAME_RANGE        | @0                                       | SD-iframes.m3u8  | @8
            I_FRAME_RANGE        | #EXT-X-BYTERANGE:.*                      | SD-iframes.m3u8  | ##
            """)
    void theRuleThatIsBrokenIsFoundAndNoOther(Rule rule, String what, String playlist, String instead)
            throws IOException {
        assertThat(rules(playlist, what, instead)).containsExactly(rule);
    }

    @ParameterizedTest(name = "{0}: {2} in {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # rule               | and                                | what                         | playlist    | instead
            AUDIO_GROUP          | CODECS BANDWIDTH AVERAGE_BANDWIDTH | AUDIO="sound"                | master.m3u8 | AUDIO="noise"
            AUDIO_GROUP          | CODECS BANDWIDTH AVERAGE_BANDWIDTH | ,AUDIO="sound"               | master.m3u8 | ``
            INSIDE               | I_FRAME_RANGE                      | ^SD\\.m3u8                   | master.m3u8 | ../2/SD.m3u8
            INSIDE               | I_FRAME_RANGE                      | ^SD\\.m3u8                   | master.m3u8 | https://example.com/SD.m3u8
            INSIDE               | I_FRAME_RANGE                      | (.*)/00001\\.m4s             | SD.m3u8     | ../$1/00001.m4s
            INSIDE               | I_FRAME_RANGE                      | ^\\.\\./.*00001\\.m4s        | SD.m3u8     | SD.m3u8
            RESOLVES             | I_FRAME_RANGE                      | ^SD\\.m3u8                   | master.m3u8 | XX.m3u8
            RESOLVES             | I_FRAME_RANGE                      | 00001\\.m4s                  | SD.m3u8     | 00009.m4s
            TARGET_DURATION      | SAME_TARGET_DURATION BANDWIDTH     | TARGETDURATION:6             | HD.m3u8     | TARGETDURATION:1
            TARGET_DURATION      | SAME_TARGET_DURATION               | #EXT-X-TARGETDURATION:6      | HD.m3u8     | ##
            SAME_TARGET_DURATION | BANDWIDTH                          | TARGETDURATION:6             | AUDIO.m3u8  | TARGETDURATION:8
            PLAYLIST_TYPE        | START END                          | TYPE:VOD                     | SD.m3u8     | TYPE:EVENT
            PLAYLIST_TYPE        |                                    | TYPE:VOD                     | SD.m3u8     | TYPE:LIVE
            END                  |                                    | #EXT-X-ENDLIST               | HD.m3u8     | ##
            SEGMENTS             | TARGET_DURATION EXTINF             | #EXTINF.*                    | HD.m3u8     | ##
            SEGMENTS             |                                    | #EXT-X-ENDLIST               | HD.m3u8     | #EXTINF:2.0,%n#EXT-X-ENDLIST
            MAP                  | I_FRAME_RANGE                      | #EXT-X-MAP.*                 | HD.m3u8     | ##
            DECODE_TIME          | I_FRAME_RANGE BANDWIDTH            | (#EXTINF.*%n.*%n)(#EXTINF.*%n.*%n) | HD.m3u8 | $2$1
            DECODE_TIME          | I_FRAME_RANGE AVERAGE_BANDWIDTH BANDWIDTH | (#EXTINF.*%n.*%n)     | HD.m3u8     | ``
            SAME_TIMELINE        | I_FRAME_RANGE AVERAGE_BANDWIDTH BANDWIDTH | #EXTINF.*%n.*%n#EXT-X-ENDL | HD.m3u8 | #EXT-X-ENDL
            SOUND_LENGTH         | AVERAGE_BANDWIDTH BANDWIDTH        | #EXTINF.*%n.*%n#EXT-X-ENDL   | AUDIO.m3u8  | #EXT-X-ENDL
            """)
    void theRuleThatIsBrokenIsAmongFew(Rule rule, String and, String what, String playlist, String instead)
            throws IOException {
        List<String> others = and == null ? List.of() : List.of(and.split(" "));
        assertThat(rules(playlist, what, instead))
                .contains(rule)
                .allMatch(found -> found == rule || others.contains(found.name()));
    }

    @Test
    void whatGrowsHasToTellPlayersToBeginAtTheBeginning() throws IOException {
        EditionForTests edition = EditionForTests.growing(folder, 2);
        change(edition, "SD.m3u8", "#EXT-X-START.*", "##");
        assertThat(rules(edition)).containsExactly(Rule.START);
    }

    @Test
    void theRateOfWhatGrowsMayComeLaterButIsNeverAboveWhatIsDeclared() throws IOException {
        EditionForTests edition = EditionForTests.growing(folder, 2);
        change(edition, "master.m3u8", "(STREAM-INF:BANDWIDTH=)[0-9]*", "$11000");
        assertThat(rules(edition)).containsExactly(Rule.BANDWIDTH);
    }

    @Test
    void durationsThatAreRoundedAreFoundWhereTheirSumIsOffByAFrame() throws IOException {
        EditionForTests edition = EditionForTests.lasting(folder, 20);
        assertThat(rules(edition)).isEmpty();
        Path file = edition.folder().resolve(edition.playlist("HD.m3u8"));
        Files.writeString(file, Files.readString(file).replace("#EXTINF:2.002000,", "#EXTINF:2.001100,"));
        List<Finding> findings = findings(edition);
        assertThat(findings).extracting(Finding::rule).containsExactly(Rule.EXTINF);
        assertThat(findings.get(0).place()).contains("00001.m4s");
        assertThat(findings.get(0).found()).isEqualTo("76.041800 s for 76.076000 s up to here");
    }

    private Set<Rule> rules(String playlist, String what, String instead) throws IOException {
        Path file = sealed.folder().resolve(sealed.playlist(playlist));
        String before = Files.readString(file);
        try {
            change(sealed, playlist, what, instead);
            return rules(sealed);
        } finally {
            Files.writeString(file, before);
        }
    }

    private static Set<Rule> rules(EditionForTests edition) {
        return findings(edition).stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private static List<Finding> findings(EditionForTests edition) {
        return new EditionCheck(PublishedFiles.of(edition.store()))
                .check(edition.master())
                .findings();
    }

    /** Changes what comes first; the change must be one. */
    private static void change(EditionForTests edition, String playlist, String what, String instead)
            throws IOException {
        Path file = edition.folder().resolve(edition.playlist(playlist));
        String before = Files.readString(file);
        String after = before.replaceFirst("(?m)" + what.replace("%n", "\n"), instead.replace("%n", "\n"));
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }
}
