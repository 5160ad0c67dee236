package atelier.processors.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CmcdTest {

    @Test
    void aRequestForASegmentIsRead() {
        assertThat(
                        Cmcd.read(
                                "bl=21300,br=3200,bs,cid=\"mila/a, \\\"b\\\"\",d=6000,mtp=25400,ot=v,sf=h,sid=\"6e2f\",tb=6000"))
                .contains(new Cmcd("mila/a, \"b\"", 3200, OptionalDouble.of(25400), true));
        assertThat(Cmcd.read("br=128,ot=a,cid=\"mila/sunset\""))
                .contains(new Cmcd("mila/sunset", 128, OptionalDouble.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",,,=,=,",
                "cid=\"a\",ot=v",
                "cid=\"a\",ot=m,br=1",
                "br=1,ot=v",
                "cid=\"a\",ot=v,br=NaN",
                "cid=\"a\",ot=v,br=-1",
                "cid=\"a\",ot=v,br=1e300",
                "cid=\"a\",ot=v,br=x",
                "cid=\"a,ot=v,br=1",
                "\"\\",
                "<script>"
            })
    void whatMakesNoSenseIsNotHeard(String text) {
        assertThat(Cmcd.read(text)).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsTooLongIsNotHeard() {
        assertThat(Cmcd.read("br=1,ot=v,cid=\"" + "a".repeat(2000) + "\"")).isEmpty();
    }

    @Test
    void onlySoManyArtworksAreRememberedAtATime() {
        CmcdTally tally = new CmcdTally();
        for (int number = 0; number < 1500; number++) {
            tally.add(new Cmcd("made up " + number, 1, OptionalDouble.empty(), false));
        }
        tally.add(new Cmcd("made up 3", 1, OptionalDouble.of(5), true));

        assertThat(tally.slugs()).hasSize(1000);
        assertThat(tally.take("made up 3")).contains(new CmcdTally.Sums(2, 1, 2, 5, 1));
        assertThat(tally.slugs()).hasSize(999);
    }

    @Test
    void slugsAreSpeltAsInAddresses() {
        assertThat(Cmcd.read("br=1,ot=v,cid=\"mila/Un%20%C3%A9t%C3%A9+%25\"")
                        .orElseThrow()
                        .content())
                .isEqualTo("mila/Un été+%");
        assertThat(Cmcd.read("br=1,ot=v,cid=\"50%\"")).isEmpty();
    }
}
