package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.QualitySettings.Choice;
import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ladder.Ladder;
import atelier.processors.spherical.Sphere;
import atelier.processors.work.Urgency;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rung that was planned, and shows no more than the next lower one once its film is read: on a real MariaDB. */
class RungLeftOutTest {
    private static final JdbcClient SQL = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private static final Clock CLOCK = Clock.systemUTC();

    private final QualityStudio studio = new QualityStudio(SQL);
    private final Plans plans = new Plans(SQL, CLOCK);
    private final VideoFormats formats = new VideoFormats(SQL, CLOCK);
    private final PlanRecords records = new PlanRecords(plans, formats, new Chunks(SQL, new Json()), new Json());

    @Test
    void isNoneOfItsPlanAnyMoreAndSaidToBeLeftOut() {
        studio.withMid();
        Plan plan = begin("delivered");
        assertThat(planned(plan)).contains("HD", "MID", "SD");
        assertThat(view().leftOut()).isEmpty();

        leaveOut(plan);

        assertThat(planned(plan)).contains("MID", "SD").doesNotContain("HD");
        assertThat(known()).as("nothing waits for it").contains("MID", "SD").doesNotContain("HD");
        assertThat(view().leftOut()).isEqualTo(Map.of("HD", "MID"));
        assertThat(view().renditions()).doesNotContainKey("HD");
    }

    @Test
    void staysWhatItWasInThePlanThatHadIt() {
        studio.withMid();
        Plan before = begin("delivered");
        plans.complete(before.id());
        Plan after = begin("source replaced");

        leaveOut(after);

        assertThat(planned(before)).contains("HD");
        assertThat(planned(after)).doesNotContain("HD");
        assertThat(known()).as("what was made is still its").contains("HD");
    }

    @Test
    void whatWasFoundInAnotherFileOrIsOnlyToldLeavesNothingOut() {
        studio.withMid();
        leaveOut(begin("delivered"));
        SQL.sql("UPDATE quality_choices SET input_id = 23").update();
        assertThat(view().leftOut()).as("of another file").isEmpty();

        SQL.sql("UPDATE quality_choices SET input_id = 22, used = FALSE").update();
        assertThat(view().leftOut()).as("explained").isEmpty();
    }

    private Plan begin(String cause) {
        return records.begin(
                        QualityStudio.ARTWORK,
                        QualityStudio.SOURCE,
                        Sphere.PLAIN,
                        studio.targets(),
                        cause,
                        Urgency.AWAITED)
                .plan();
    }

    private void leaveOut(Plan plan) {
        studio.encoder = QualityStudio.enlarging(0.9985, 0.9971, 0.9990);
        studio.choose(Choice.ON);
        records.decide(plan, studio.targets());
    }

    private List<String> planned(Plan plan) {
        return plans.renditions(plan.id()).stream()
                .map(PlanRendition::formatType)
                .toList();
    }

    private List<String> known() {
        return formats.of(QualityStudio.ARTWORK).stream()
                .map(VideoFormat::formatType)
                .toList();
    }

    private ArtworkView view() {
        OnDemand onDemand = new OnDemand(new Ladder(GraphForTests.RECIPES), formats, plans);
        return new ArtworkViews(SQL, new Artworks(SQL, CLOCK), formats, new Editions(SQL, CLOCK), plans, onDemand)
                .find(QualityStudio.ARTWORK)
                .orElseThrow();
    }
}
