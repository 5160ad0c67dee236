package atelier.processors.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Stereo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.error.YAMLException;

class DetailsTest {
    @TempDir
    Path folder;

    private Details details(String text) throws IOException {
        return Details.read(Files.writeString(folder.resolve("sunset.yml"), text));
    }

    @Test
    void whatIsNotSaidIsLeftOpen() throws IOException {
        Details details = details("title: ' A sunset '\nmade_by: mila\n");

        assertThat(details.title()).contains("A sunset");
        assertThat(details.projection()).isEmpty();
        assertThat(details.stereo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "equirectangular, EQUIRECTANGULAR",
        "360, EQUIRECTANGULAR",
        "half-equirectangular, HALF_EQUIRECTANGULAR",
        "180, HALF_EQUIRECTANGULAR",
        "Cubemap, CUBEMAP",
        "eac, EQUIANGULAR_CUBEMAP",
        "flat, FLAT"
    })
    void aProjectionHasTheNamesThatPeopleUse(String name, Projection projection) throws IOException {
        assertThat(details("projection: " + name).projection()).contains(projection);
    }

    @Test
    void bothEyesAreTold() throws IOException {
        assertThat(details("projection: 360\nstereo: top-bottom").stereo()).contains(Stereo.TOP_BOTTOM);
    }

    @Test
    void whatIsNotKnownIsRefusedWithWhatIs() {
        assertThatThrownBy(() -> details("projection: fisheye"))
                .isInstanceOf(YAMLException.class)
                .hasMessageContaining("There is no projection of that name")
                .hasMessageContaining("flat, equirectangular, half equirectangular, cubemap, equi-angular cubemap");
        assertThatThrownBy(() -> details("just words")).hasMessageContaining("no fields");
        assertThatThrownBy(() -> details("title: !!java.net.URL [x]")).isInstanceOf(YAMLException.class);
    }
}
