package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    private final Set<String> there = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private final Map<String, WaitingRoom.Outcome> told = new ConcurrentHashMap<>();

    private WaitingRoom<String> room(Duration patience, int most) {
        return new WaitingRoom<>(
                wishes -> {
                    looks.incrementAndGet();
                    Set<String> come = new HashSet<>(wishes);
                    come.retainAll(there);
                    return come;
                },
                patience,
                most);
    }

    @Test
    void whoeverWaitsIsToldWhenItComesAndNobodyElse() {
        try (WaitingRoom<String> room = room(Duration.ofMinutes(5), 10)) {
            room.enter("one", outcome -> told.put("first", outcome));
            room.enter("one", outcome -> told.put("second", outcome));
            room.enter("two", outcome -> told.put("third", outcome));

            there.add("one");

            await().until(() -> told.size() == 2);
            assertThat(told).containsOnlyKeys("first", "second");
            assertThat(told.values()).allMatch(WaitingRoom.Outcome::came);
        }
    }

    @Test
    void whateverTakesTooLongIsNotWaitedFor() {
        try (WaitingRoom<String> room = room(Duration.ofMillis(150), 10)) {
            room.enter("never", outcome -> told.put("guest", outcome));

            await().until(() -> told.containsKey("guest"));
            assertThat(told.get("guest").came()).isFalse();
            assertThat(told.get("guest").waited()).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() {
        try (WaitingRoom<String> room = room(Duration.ofMinutes(5), 2)) {
            assertThat(List.of("one", "two", "three"))
                    .extracting(wish -> room.enter(wish, outcome -> told.put(wish, outcome)))
                    .containsExactly(true, true, false);

            there.addAll(List.of("one", "two"));
            await().until(() -> told.size() == 2);
            assertThat(room.enter("three", outcome -> {})).isTrue();
        }
    }

    @Test
    void aFailureToLookEndsNoWaiting() {
        AtomicInteger failures = new AtomicInteger();
        try (WaitingRoom<String> room = new WaitingRoom<>(
                wishes -> {
                    if (failures.incrementAndGet() < 3) {
                        throw new IllegalStateException("away");
                    }
                    return wishes;
                },
                Duration.ofMinutes(5),
                10)) {
            room.enter("one", outcome -> told.put("guest", outcome));

            await().until(() -> told.containsKey("guest"));
            assertThat(told.get("guest").came()).isTrue();
        }
    }
}
