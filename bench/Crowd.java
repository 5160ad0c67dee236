package bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Players, each on a connection of its own. At their own pace they fetch what plays; without it they fetch as fast as they are
 * answered, which is for the throughput.
 */
final class Crowd {
    private static final Pattern ENTRY = Pattern.compile("(?m)^([^#\\s].*)$");
    private static final Pattern SOUND = Pattern.compile("(?m)^#EXT-X-MEDIA:.*TYPE=AUDIO.*URI=\"([^\"]+)\"");
    private static final long PERIOD_MILLIS = 6000;
    private static final int STACK = 1 << 18;

    private final URI server;
    private final List<String> slugs;
    private final boolean paced;
    private final Tally playlists = new Tally();
    private final Tally segments = new Tally();
    private final AtomicReference<String> firstError = new AtomicReference<>();
    private volatile long end;

    /**
     * @param slugs of what they watch, by turns
     * @param paced whether each fetches no more than it plays
     */
    Crowd(URI server, List<String> slugs, boolean paced) {
        this.server = server;
        this.slugs = List.copyOf(slugs);
        this.paced = paced;
    }

    Tally playlists() {
        return playlists;
    }

    Tally segments() {
        return segments;
    }

    /** What went wrong first; empty: nothing. */
    String firstError() {
        return firstError.get() == null ? "" : firstError.get();
    }

    /** Lets them watch for so long. */
    Crowd watch(int players, int seconds) throws InterruptedException {
        end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = IntStream.range(0, players)
                .mapToObj(number -> new Thread(null, () -> play(number), "player-" + number, STACK))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return this;
    }

    private void play(int number) {
        pause(ThreadLocalRandom.current().nextLong(PERIOD_MILLIS));
        try (Wire wire = new Wire(server)) {
            String master = "/media/" + slugs.get(number % slugs.size()) + "/master.m3u8";
            List<String> tracks = tracks(master, playlist(wire, master), number);
            for (int turn = number; System.nanoTime() < end; turn++) {
                for (String track : tracks) {
                    fetch(wire, track, turn);
                }
                pause(PERIOD_MILLIS / 2);
                // A growing playlist is asked for twice as often as there are segments.
                playlist(wire, tracks.get(0));
                pause(PERIOD_MILLIS / 2);
            }
        }
    }

    /** Of four players one watches the best picture, the others the smallest; all hear the sound. */
    private List<String> tracks(String master, String text, int number) {
        List<String> videos = all(ENTRY, text);
        List<String> tracks = new ArrayList<>();
        if (!videos.isEmpty()) {
            tracks.add(resolved(master, videos.get(number / slugs.size() % 4 == 0 ? 0 : videos.size() - 1)));
        }
        all(SOUND, text).stream().findFirst().ifPresent(sound -> tracks.add(resolved(master, sound)));
        if (tracks.isEmpty()) {
            failed(master + " lists nothing.");
            tracks.add(master);
        }
        return tracks;
    }

    private void fetch(Wire wire, String track, int turn) {
        List<String> entries = all(ENTRY, playlist(wire, track));
        if (!entries.isEmpty()) {
            ask(wire, resolved(track, entries.get(turn % entries.size())), segments, false);
        }
    }

    private String playlist(Wire wire, String path) {
        return ask(wire, path, playlists, true);
    }

    private String ask(Wire wire, String path, Tally tally, boolean keep) {
        long start = System.nanoTime();
        try {
            Wire.Answer answer = wire.get(path, keep);
            if (answer.status() != 200) {
                failed(path + " answered " + answer.status() + ".");
                tally.failed();
                return "";
            }
            tally.took(System.nanoTime() - start, answer.bytes());
            return answer.text();
        } catch (IOException e) {
            failed(path + ": " + e);
            tally.failed();
            return "";
        }
    }

    private void failed(String text) {
        firstError.compareAndSet(null, text);
    }

    private void pause(long millis) {
        if (paced) {
            Waiting.until(Math.min(millis, Math.max(0, (end - System.nanoTime()) / 1_000_000)), millis, () -> false);
        }
    }

    private static String resolved(String playlist, String entry) {
        return URI.create(playlist).resolve(entry).getRawPath();
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        List<String> all = new ArrayList<>();
        while (found.find()) {
            all.add(found.group(1).strip());
        }
        return all;
    }
}
