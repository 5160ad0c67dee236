package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A track of four samples of 10, 20, 30 and 40 bytes, in two runs, and what is refused of it. */
class SampleTableTest {
    private static final int FILE = 1000;

    private byte[] edits = {};
    private byte[] sizes = full("stsz", 0, 4, 10, 20, 30, 40);
    private byte[] times = full("stts", 2, 3, 512, 1, 1024);
    private byte[] offsets = full("ctts", 1, 4, 1024);
    private byte[] keys = full("stss", 2, 1, 3);
    private byte[] runs = full("stsc", 2, 1, 3, 1, 2, 1, 1);
    private byte[] places = full("stco", 2, 100, 500);
    private byte[] more = {};

    private static byte[] box(String type, byte[]... contents) {
        int size = 8 + Stream.of(contents).mapToInt(each -> each.length).sum();
        ByteBuffer box = ByteBuffer.allocate(size).putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
        Stream.of(contents).forEach(box::put);
        return box.array();
    }

    /** A box with version 0 and no flags. */
    private static byte[] full(String type, int... words) {
        ByteBuffer content = ByteBuffer.allocate(4 + 4 * words.length).putInt(0);
        Arrays.stream(words).forEach(content::putInt);
        return box(type, content.array());
    }

    private SampleTable read() throws OddIndexException {
        byte[] samples = box("stbl", full("stsd", 1), times, offsets, keys, sizes, runs, places, more);
        byte[] media = box("mdia", full("mdhd", 0, 0, 12_800, 0, 0), box("minf", samples));
        byte[] track = box("trak", edits, media);
        return SampleTable.of(ByteBuffer.wrap(track, 8, track.length - 8).slice(), 1000, FILE);
    }

    private void refuses(String why) {
        assertThatThrownBy(this::read).isInstanceOf(OddIndexException.class).hasMessage(why);
    }

    @Test
    void tellsWhereSamplesLieAndWhenTheyAreShown() throws OddIndexException {
        SampleTable table = read();

        assertThat(table.positions()).containsExactly(100, 110, 130, 500);
        assertThat(table.decoded()).containsExactly(0, 512, 1024, 1536, 2560);
        assertThat(table.presented(2)).isEqualTo(2048);
        assertThat(table.keys().stream()).containsExactly(0, 2);
        assertThat(table.edit()).isEqualTo(new EditedPart(0, Long.MAX_VALUE));
    }

    @Test
    void anEditListMayTakeTheBeginningAwayAndPauseBeforeIt() throws OddIndexException {
        edits = box("edts", full("elst", 2, 700, -1, 1 << 16, 160, 512, 1 << 16));
        assertThat(read().edit()).isEqualTo(new EditedPart(512, 512 + 2048));
    }

    @ParameterizedTest
    @CsvSource({
        "160;512;131072;160;512;65536, the edit list changes the speed",
        "160;512;65536;160;0;65536, the edit list has several parts",
        "0;0;65536;0;0;65536, 'the edit list lasts no time, or for ever'"
    })
    void otherEditListsAreRefused(String words, String why) {
        int[] entries = Arrays.stream(("2;" + words).split(";"))
                .mapToInt(Integer::parseInt)
                .toArray();
        edits = box("edts", full("elst", entries));
        refuses(why);
    }

    @Test
    void countsThatCannotBeAreRefusedBeforeAnythingIsHeldForThem() {
        sizes = full("stsz", 0, Integer.MAX_VALUE, 10);
        refuses("there are no samples, or very many");
        sizes = full("stsz", 0, -1, 10);
        refuses("there are no samples, or very many");
        sizes = full("stsz", 0, 900_000, 10);
        refuses("a table has fewer entries than it says");
        sizes = full("stsz", 0, 4, 10, 20, 0, 40);
        refuses("a sample is empty, or very large");
        sizes = full("stsz", 0, 4, 10, 20, Integer.MIN_VALUE, 40);
        refuses("a sample is empty, or very large");
    }

    @Test
    void tablesThatDoNotAgreeAreRefused() {
        times = full("stts", 1, 0x7fffffff, 1);
        refuses("there are more times than samples");
        times = full("stts", 1, 3, 512);
        refuses("there are fewer times than samples");
        times = full("stts", 0x10000000, 4, 512);
        refuses("a table has fewer entries than it says");
        times = full("stts", 1, 4, 0);
        refuses("a sample lasts no time");
        times = full("stts", 1, 4, 512);
        offsets = full("ctts", 1, 5, 0);
        refuses("there are more offsets than samples");
        offsets = new byte[0];
        keys = full("stss", 1, 5);
        refuses("a random access point is no sample");
        keys = full("stss", 0);
        refuses("there are no random access points");
        keys = new byte[0];
        runs = full("stsc", 1, 1, 3, 1);
        refuses("there are more places than samples");
        runs = full("stsc", 1, 1, 1, 1);
        refuses("there are fewer places than samples");
        runs = full("stsc", 1, 2, 3, 1);
        refuses("the first run is not described");
        runs = full("stsc", 2, 1, 3, 1, 0x7fffffff, 1, 1);
        refuses("runs are out of order");
    }

    @Test
    void placesOutsideTheFileOrWithinOneAnotherAreRefused() {
        places = full("stco", 2, 100, 990);
        refuses("a sample ends behind the file");
        places = full("stco", 2, 100, -1);
        refuses("a place is not in the file");
        places = full("stco", 2, 100, 140);
        refuses("samples lie within one another, or out of order");
        places = full("co64", 2, 0, 100, 0x80000000, 0);
        refuses("a place is not in the file");
        places = full("co64", 2, 0, 100, 0x7fffffff, -1);
        refuses("a place is not in the file");
    }

    @Test
    void otherRandomAccessPointsAreRefused() {
        more = full("stps", 1, 2);
        refuses("there are partial random access points");
        more = full("sbgp", 0x72617020, 1, 4, 1);
        refuses("there are groups of random access points");
    }

    @Test
    void boxesThatReachBehindTheirParentAreRefused() {
        more = ByteBuffer.allocate(8).putInt(9).putInt(0).array();
        refuses("a box ends behind its parent");
        more = ByteBuffer.allocate(16).putInt(1).putInt(0).putLong(-8).array();
        refuses("a box ends behind its parent");
        more = ByteBuffer.allocate(8).putInt(7).putInt(0).array();
        refuses("a box ends behind its parent");
        more = new byte[80_008];
        for (int at = 0; at < more.length; at += 8) {
            more[at + 3] = 8;
        }
        refuses("there are very many boxes");
    }
}
