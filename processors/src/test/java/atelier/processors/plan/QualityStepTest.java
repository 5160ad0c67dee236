package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.QualitySettings.Choice;
import atelier.processors.catalog.QualityChoice;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.encode.OutputCheckException;
import atelier.processors.encode.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a film's constant quality is chosen, and what it counts for; on a real MariaDB, with an encoder that tells what it is told. */
class QualityStepTest {
    private static final JdbcClient SQL = JdbcClient.create(DatabaseForTests.freshCatalogue());

    private final QualityStudio studio = new QualityStudio(SQL);

    @Test
    void whatSomebodyMayWaitForDoesNotAwaitItsChoice() {
        assertThat(studio.targets().stream()
                        .filter(studio.step(Choice.ON)::awaits)
                        .map(Target::name))
                .containsExactly("HD");
        assertThat(studio.targets())
                .noneMatch(studio.step(Choice.OFF)::awaits)
                .noneMatch(studio.step(Choice.EXPLAIN)::awaits);
    }

    @Test
    void whatIsChosenIsWhatIsMadeAndTheSameSecondsAreTriedOnce() {
        studio.choose(Choice.ON);

        assertThat(studio.crf("HD")).isEqualTo(QualityStudio.SUITS);
        assertThat(studio.crf("SD")).isEqualTo(23);
        assertThat(studio.tried)
                .extracting(trial -> trial.chunk().startTicks())
                .containsExactly(50_000L, 150_000L, 250_000L);
        studio.film("0a1b2c3d4e5f6");
        studio.choose(Choice.ON);
        assertThat(studio.tried).as("other seconds").hasSizeGreaterThan(3);
        int before = studio.tried.size();
        studio.film("abcdef");
        studio.choose(Choice.ON);
        assertThat(studio.tried).as("the first ones again").hasSize(before);
    }

    @Test
    void aReplacedShotLeavesTheChoiceAsItIsAndAnotherFilmDoesNot() {
        studio.choose(Choice.ON);
        studio.make(studio.film("abcdef"));
        studio.encoder = trial -> new Trial.Outcome(
                List.of(
                        new Trial.Result(trial.crfs().get(0), 9000, 0.95, 40),
                        new Trial.Result(trial.crfs().get(1), 8900, 0.8, 40)),
                OptionalDouble.empty());

        studio.film("abXdef");
        studio.choose(Choice.ON);
        assertThat(studio.crf("HD")).isEqualTo(QualityStudio.SUITS);

        studio.film("ghijkl");
        assertThat(studio.targets()).as("what may not suit waits").anyMatch(studio.step(Choice.OFF)::awaits);
        studio.choose(Choice.ON);
        assertThat(studio.crf("HD")).isEqualTo(23);
    }

    @Test
    void aFilmThatIsMadeAsItsRecipeSaysStaysSo() {
        studio.make(studio.film("abcd"));

        studio.film("abcdX");
        studio.choose(Choice.ON);

        assertThat(studio.crf("HD")).isEqualTo(23);
        assertThat(studio.tried).isEmpty();
    }

    @Test
    void switchedOffAChoiceStandsUntilItIsAnotherFilm() {
        studio.choose(Choice.ON);
        studio.make(studio.film("abcdef"));

        studio.choose(Choice.OFF);
        assertThat(studio.crf("HD")).isEqualTo(QualityStudio.SUITS);

        studio.film("ghijkl");
        studio.choose(Choice.OFF);
        assertThat(studio.crf("HD")).isEqualTo(23);
    }

    @Test
    void explainedIsSaidAndNothingIsMadeOfIt() {
        assertThat(studio.step(Choice.EXPLAIN).explain(QualityStudio.SOURCE.input(), studio.targets()))
                .isTrue();

        QualityChoice said =
                studio.choices.find(QualityStudio.ARTWORK, "HD").orElseThrow().choice();
        assertThat(said.crf()).isEqualTo(QualityStudio.SUITS);
        assertThat(said.saved()).isBetween(0.43, 0.45);
        assertThat(said.cpuMillis()).isEqualTo(240);
        assertThat(studio.crf("HD")).isEqualTo(23);
        assertThat(studio.step(Choice.OFF).explain(QualityStudio.SOURCE.input(), studio.targets()))
                .isFalse();
    }

    @Test
    void aRungThatShowsNoMoreThanTheNextLowerOneIsLeftOutOfThatFilm() {
        studio.withMid();
        studio.encoder = QualityStudio.enlarging(0.9985, 0.9971, 0.9990);
        studio.choose(Choice.ON);

        assertThat(studio.tried.get(0).below()).as("a preview stands for none").isEmpty();
        assertThat(studio.leftOut(22)).isEqualTo(Map.of("HD", "left out: MID shows as much of this film"));
        assertThat(studio.targets())
                .extracting(Target::name)
                .contains("MID", "SD")
                .doesNotContain("HD");
        assertThat(studio.leftOut(23)).as("of another file nothing is known").isEmpty();
    }

    @Test
    void oneSampleThatShowsMoreKeepsIt() {
        studio.withMid();
        studio.encoder = QualityStudio.enlarging(0.9985, 0.9969, 0.9990);
        studio.choose(Choice.ON);

        assertThat(studio.leftOut(22)).isEmpty();
    }

    @Test
    void aChoiceForAnotherTargetIsNone() {
        studio.choose(Choice.ON);

        assertThat(studio.aimingAt(0.95).rendition().recipe().crf()).isEqualTo(23);
    }

    @Test
    void whereNothingCanBeTriedTheRecipeCounts() {
        studio.encoder = trial -> {
            throw new OutputCheckException("no picture");
        };

        studio.choose(Choice.ON);

        assertThat(studio.crf("HD")).isEqualTo(23);
        assertThat(studio.choices.find(QualityStudio.ARTWORK, "HD")).isEmpty();
    }

    @Test
    void ofTwoNodesThatChooseAtATimeTheFirstOneCounts() {
        QualityChoice first = new QualityChoice(true, "a", 23, 27, 0.98, 0.3, 1, Optional.empty(), 22);
        QualityChoice second = new QualityChoice(true, "a", 23, 28, 0.98, 0.3, 1, Optional.of("SD"), 22);
        studio.choices.put(QualityStudio.ARTWORK, "HD", first, Optional.empty());
        studio.choices.put(QualityStudio.ARTWORK, "HD", second, Optional.empty());
        var found = studio.choices.find(QualityStudio.ARTWORK, "HD");
        assertThat(found.orElseThrow().choice()).isEqualTo(first);

        studio.choices.put(QualityStudio.ARTWORK, "HD", second, found);
        studio.choices.put(QualityStudio.ARTWORK, "HD", first, found);
        studio.choices.drop(QualityStudio.ARTWORK, "HD", found.orElseThrow());

        assertThat(studio.choices
                        .find(QualityStudio.ARTWORK, "HD")
                        .orElseThrow()
                        .choice())
                .isEqualTo(second);
    }
}
