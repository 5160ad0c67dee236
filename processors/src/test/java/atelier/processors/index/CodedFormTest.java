package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodedFormTest {
    private static final String SPS = "67640bac";
    private static final String PPS = "68ef8f";
    private static final CodedForm BOXED = form("01640b00ff" + "e1" + "0004" + SPS + "01" + "0003" + PPS);
    private static final CodedForm MARKED = form("00000001" + SPS + "00000001" + PPS);

    private static CodedForm form(String extradata) {
        return CodedForm.of("h264", bytes(extradata));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static Optional<String> hash(CodedForm form, String packet) {
        return form.hash(bytes(packet)).map(HexFormat.of()::formatHex);
    }

    @Test
    void theConfigurationIsTheParameterSets() {
        assertThat(BOXED.configuration())
                .isEqualTo(MARKED.configuration())
                .isNotEqualTo(form("00000001" + SPS).configuration());
    }

    @Test
    void theCodecIsThatOfTheRecordAndElseThatOfTheSequence() {
        assertThat(BOXED.codec()).contains("avc1.640b00");
        assertThat(MARKED.codec()).contains("avc1.640bac");
        assertThat(form("00000001" + PPS).codec()).isEmpty();
        assertThat(form("").codec()).isEmpty();
    }

    /** As x265 wrote it, with bytes between zeros that are none of it. */
    @Test
    void theCodecOfHevcIsReadBetweenTheBytesThatAvoidStartCodes() {
        String sequence = "420101" + "01" + "6000000300" + "9000000300000300" + "5d" + "a00280802d1659";

        assertThat(CodedForm.of("hevc", bytes("00000001" + sequence)).codec()).contains("hvc1.1.6.L93.90");
    }

    @Test
    void delimitersFillingAndKnownParameterSetsAreLeftOut() {
        String marked = "0000000109f0" + "00000001" + SPS + "000001" + PPS + "000001" + "6588abcd" + "0000010cff80";
        assertThat(hash(MARKED, marked)).isEqualTo(hash(BOXED, "00000004" + "6588abcd"));
    }

    @Test
    void otherParameterSetsCount() {
        String same = "00000001" + PPS + "00000001" + "6588abcd";
        String other = "00000001" + "68ef90" + "00000001" + "6588abcd";
        assertThat(hash(MARKED, other)).isNotEqualTo(hash(MARKED, same));
    }

    @Test
    void anEncodersNoteIsLeftOutAndOtherInformationCounts() {
        String picture = "00000004" + "6588abcd";
        String note = "00000005" + "06" + "05" + "01" + "aa" + "80";
        String more = "00000007" + "06" + "05" + "01" + "aa" + "0600" + "80";
        String recovery = "00000005" + "06" + "06" + "01" + "c4" + "80";
        assertThat(hash(BOXED, note + picture)).isEqualTo(hash(BOXED, picture));
        assertThat(hash(BOXED, more + picture)).isNotEqualTo(hash(BOXED, picture));
        assertThat(hash(BOXED, recovery + picture)).isNotEqualTo(hash(BOXED, picture));
    }

    @Test
    void zerosBehindAUnitAreNoneOfIt() {
        assertThat(hash(MARKED, "000001" + "6588abcd" + "0000030000")).isEqualTo(hash(MARKED, "00000001" + "6588abcd"));
    }

    @Test
    void wherePacketsUnitsEndIsPartOfThem() {
        assertThat(hash(BOXED, "00000004" + "6588abcd" + "00000002" + "41ab"))
                .isNotEqualTo(hash(BOXED, "00000006" + "6588abcd41ab"));
    }

    @Test
    void lengthsThatDoNotAddUpAreNotUnderstood() {
        assertThat(hash(BOXED, "00000009" + "6588abcd")).isEmpty();
        assertThat(hash(BOXED, "ffffffff" + "6588abcd")).isEmpty();
        assertThat(hash(BOXED, "0000")).isEmpty();
        assertThat(hash(MARKED, "6588abcd")).isEmpty();
    }

    @Test
    void aConfigurationThatIsCutOffHasWhatIsThere() {
        assertThat(form("01640b00ffe10004" + SPS).configuration())
                .isEqualTo(form("00000001" + SPS).configuration());
        assertThat(form("01640b00ffe1ffff" + SPS).configuration()).isEqualTo(form("").configuration());
    }
}
