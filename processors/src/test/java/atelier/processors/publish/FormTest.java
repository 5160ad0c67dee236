package atelier.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.Stereo;
import atelier.processors.tracks.TrackLabel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which multivariant playlists an edition has, and what each lists. */
class FormTest {
    private static final Sphere ROUND = new Sphere(Projection.EQUIRECTANGULAR, Stereo.TOP_BOTTOM, Pose.UPRIGHT);
    private static final RenditionProgress SOUND = sound("AUDIO", false);
    private static final RenditionProgress AROUND = sound("AUDIO360", true);

    @Test
    void aFlatFilmHasOnePlaylistOfAll() {
        List<Form> forms = Form.of(List.of(video("4K", "hvc1", Sphere.PLAIN, false), SOUND));

        assertThat(forms).extracting(Form::file).containsExactly("master.m3u8");
        assertThat(forms.get(0).layout()).isEmpty();
    }

    @Test
    void aSphereHasOneOfItsFlatViewAndOneOfWhatApplesPlayersTurn() {
        List<Form> forms = Form.of(List.of(
                video("2K360", "avc1", ROUND, false),
                video("SD", "avc1", Sphere.PLAIN, true),
                video("6K360", "hvc1", ROUND, false),
                SOUND,
                AROUND));

        assertThat(forms).extracting(Form::file).containsExactly("master.m3u8", "flat.m3u8", "apple.m3u8");
        assertThat(names(forms.get(0))).containsExactly("2K360", "6K360", "AUDIO", "AUDIO360");
        assertThat(names(forms.get(1))).containsExactly("SD", "AUDIO");
        assertThat(names(forms.get(2))).containsExactly("6K360", "AUDIO");
        assertThat(forms).extracting(form -> form.layout().orElse("")).containsExactly("", "", "CH-STEREO/PROJ-EQUI");
    }

    private static List<String> names(Form form) {
        return form.renditions().stream().map(RenditionProgress::name).toList();
    }

    private static RenditionProgress video(String name, String codec, Sphere sphere, boolean flatView) {
        return progress(name, Kind.VIDEO, codec, sphere, flatView, Optional.empty());
    }

    private static RenditionProgress sound(String name, boolean ambisonic) {
        Optional<TrackLabel> label = Optional.of(new TrackLabel(name, Optional.empty(), !ambisonic, ambisonic));
        return progress(name, Kind.AUDIO, "mp4a", Sphere.PLAIN, false, label);
    }

    private static RenditionProgress progress(
            String name, Kind kind, String codec, Sphere sphere, boolean flatView, Optional<TrackLabel> label) {
        VideoFormat row = new VideoFormat(
                1, 1, name, "encoded", "ready", Optional.empty(), OptionalLong.empty(), 64, 36, Optional.empty());
        Optional<StreamInfo> info = Optional.of(new StreamInfo(codec + ".1", 25, 64, 36, 0, 0, 25));
        return new RenditionProgress(
                row, kind, List.of(), true, Optional.empty(), info, Optional.empty(), sphere, flatView, label);
    }
}
