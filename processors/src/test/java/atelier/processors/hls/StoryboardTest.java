package atelier.processors.hls;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.hls.Storyboard.Tile;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryboardTest {
    @Test
    void cuesAreAddressesOfPartsOfSheets() {
        Sheet sheet = Sheet.of(722, 406, 12);
        Storyboard storyboard = new Storyboard(List.of(
                new Tile("../a b/sheet.jpg", sheet.place(0), 0, 2002),
                new Tile("../a b/sheet.jpg", sheet.place(11), 2002, 3_723_004)));
        assertThat(storyboard.text()).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:02.002
                ../a%20b/sheet.jpg#xywh=0,0,160,90

                00:00:02.002 --> 01:02:03.004
                ../a%20b/sheet.jpg#xywh=160,90,160,90
                """);
    }

    @Test
    void aSheetIsNoWiderThanItMustBe() {
        assertThat(Sheet.of(722, 406, 3).columns()).isEqualTo(3);
        assertThat(Sheet.of(722, 406, 3).rows()).isEqualTo(1);
        assertThat(Sheet.of(722, 406, 21).rows()).isEqualTo(3);
        assertThat(Sheet.of(406, 722, 1)).isEqualTo(new Sheet(90, 160, 1));
        assertThat(Sheet.of(64, 36, 1)).isEqualTo(new Sheet(64, 36, 1));
    }
}
