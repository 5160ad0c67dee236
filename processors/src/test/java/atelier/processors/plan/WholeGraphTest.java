package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of what, and what has to be encoded, for everything that can be delivered and changed. */
class WholeGraphTest {
    private static final List<String> LINE = List.of("4K", "3K", "HD", "SD");

    /**
     * What was planned and made before and is to be planned now: names of delivered files, the pictures that they show
     * behind the colon, and a changed recipe behind the plus sign.
     */
    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # nothing yet
                                        | source:a              | AUDIO HD SD TN
                                        | source:a 4K:b         | 4K AUDIO HD SD TN
            # the same again
            source:a                    | source:a              |
            source:a 4K:b HD:c          | source:a 4K:b HD:c    |
            # new pictures, the same sound
            source:a                    | source:b              | HD SD TN
            source:a 4K:b               | source:c 4K:b         |
            source:a HD:b               | source:c HD:b         |
            source:a SD:b               | source:c SD:b         | HD
            # an override is added: itself and what is below it
            source:a                    | source:a 4K:b         | 4K HD SD TN
            source:a                    | source:a 3K:b         | 3K HD SD TN
            source:a                    | source:a HD:b         | HD SD TN
            source:a                    | source:a SD:b         | SD TN
            source:a 4K:b               | source:a 4K:b 3K:c    | 3K HD SD TN
            source:a 4K:b               | source:a 4K:b HD:c    | HD SD TN
            source:a 4K:b               | source:a 4K:b SD:c    | SD TN
            # another one above an override stops at it
            source:a HD:b               | source:a 4K:c HD:b    | 4K
            source:a SD:b               | source:a 4K:c SD:b    | 4K HD
            source:a SD:b               | source:a HD:c SD:b    | HD
            # an override is exchanged
            source:a 4K:b               | source:a 4K:c         | 4K HD SD TN
            source:a 4K:b HD:c          | source:a 4K:d HD:c    | 4K
            # an override is removed: what was made before is there
            source:a ; source:a 4K:b    | source:a              |
            source:a ; source:a HD:b    | source:a              |
            source:a 4K:b               | source:a              | HD SD TN
            source:a 4K:b HD:c          | source:a 4K:b         | HD SD TN
            # one that shows what the source shows changes nothing below it
            source:a                    | source:a 4K:a         | 4K
            source:a                    | source:a 4K:a HD:a    | 4K
            # one recipe changed: that rendition alone
            source:a                    | source:a +SD          | SD
            source:a                    | source:a +HD          | HD
            source:a                    | source:a +TN          | TN
            source:a                    | source:a +AUDIO       | AUDIO
            source:a                    | source:a +4K          |
            source:a 4K:b               | source:a 4K:b +4K     | 4K
            source:a 4K:b               | source:a 4K:b +HD     | HD
            source:a ; source:a +SD     | source:a              |
            # a recipe and an override
            source:a                    | source:a SD:b +HD     | HD SD TN
            source:a 4K:b               | source:a +HD          | HD SD TN
            source:a ; source:a HD:b    | source:a +SD          | SD
            """)
    void onlyWhatIsNotThereIsNeeded(String before, String now, String needed) {
        GraphForTests graph = new GraphForTests();
        Stream.of(before == null ? "" : before)
                .flatMap(text -> Arrays.stream(text.split(";")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(graph::make);

        assertThat(graph.needed(now)).isEqualTo(names(needed));
    }

    private static Set<String> names(String words) {
        return words == null ? Set.of() : new TreeSet<>(List.of(words.split(" ")));
    }

    static Stream<List<String>> overrides() {
        return IntStream.range(0, 1 << LINE.size())
                .mapToObj(bits -> IntStream.range(0, LINE.size())
                        .filter(at -> (bits >> at & 1) == 1)
                        .mapToObj(LINE::get)
                        .toList());
    }

    static Stream<Arguments> overridesAndRecipes() {
        return overrides()
                .flatMap(delivered -> Stream.of("4K", "3K", "HD", "SD", "TN", "AUDIO")
                        .map(changed -> Arguments.of(delivered, changed)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overrides")
    void eachRenditionIsMadeOfItsNearestDeliveredAncestor(List<String> delivered) {
        Set<String> made = new TreeSet<>(List.of("AUDIO of SOURCE"));
        String nearest = "SOURCE";
        for (String rendition : LINE) {
            nearest = delivered.contains(rendition) ? rendition : nearest;
            boolean eager = rendition.equals("HD") || rendition.equals("SD");
            if (eager || delivered.contains(rendition)) {
                made.add(rendition + " of " + nearest);
            }
        }
        made.add("TN of " + nearest);

        assertThat(new GraphForTests().made(delivery(delivered))).isEqualTo(made);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("overridesAndRecipes")
    void aChangedRecipeTouchesThatRenditionAloneWhateverIsDelivered(List<String> delivered, String changed) {
        GraphForTests graph = new GraphForTests();
        graph.make(delivery(delivered));
        boolean made = graph.made(delivery(delivered)).stream().anyMatch(each -> each.startsWith(changed + " of "));

        assertThat(graph.needed(delivery(delivered) + " +" + changed)).isEqualTo(made ? Set.of(changed) : Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overrides")
    void anOverrideThatComesAndGoesCostsNothingTheSecondTime(List<String> delivered) {
        GraphForTests graph = new GraphForTests();
        graph.make("source:a");
        graph.make(delivery(delivered));

        assertThat(graph.needed("source:a")).isEmpty();
        assertThat(graph.needed(delivery(delivered))).isEmpty();
    }

    @Test
    void oneChangedChunkIsNeededOnceInEachRenditionThatShowsIt() {
        GraphForTests graph = new GraphForTests();
        graph.make("source:a");

        assertThat(graph.neededOf("source:a/x")).containsExactlyInAnyOrder("HD 1", "SD 1");
        graph.make("source:a HD:b");
        assertThat(graph.neededOf("source:a/x HD:b"))
                .as("below an override the source is not seen")
                .isEmpty();
        assertThat(graph.neededOf("source:a HD:b/x")).containsExactlyInAnyOrder("HD 1", "SD 1");
    }

    private static String delivery(List<String> overrides) {
        return "source:a"
                + overrides.stream().map(each -> " " + each + ":of" + each).collect(Collectors.joining());
    }
}
