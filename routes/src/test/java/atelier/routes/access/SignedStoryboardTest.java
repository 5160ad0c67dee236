package atelier.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.hls.Storyboard;
import atelier.processors.hls.Storyboard.Tile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedStoryboardTest {
    private static final String STORYBOARD = new Storyboard(List.of(
                    new Tile("../../../../../chunks/ab/sheet.jpg", "xywh=0,0,160,90", 0, 6_006),
                    new Tile("../../../../../chunks/ab/sheet.jpg", "xywh=160,0,160,90", 6_006, 3_661_250)))
            .text();

    @Test
    void itsPicturesGetOtherAddressesAndKeepTheirPlaces() {
        String signed = SignedStoryboard.of(
                "/media/mila/a%20b/editions/1/storyboard.vtt",
                STORYBOARD, (path, address) -> path + "?pass=1$" + address.length());

        assertThat(signed).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:06.006
                /chunks/ab/sheet.jpg?pass=1$34#xywh=0,0,160,90

                00:00:06.006 --> 01:01:01.250
                /chunks/ab/sheet.jpg?pass=1$34#xywh=160,0,160,90
                """);
    }

    @Test
    void itLastsToTheEndOfItsLastPicture() {
        assertThat(SignedStoryboard.duration(STORYBOARD)).isEqualTo(Duration.ofMillis(3_661_250));
    }
}
