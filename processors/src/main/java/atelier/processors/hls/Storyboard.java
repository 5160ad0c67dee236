package atelier.processors.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The small pictures that a seek bar shows: WebVTT whose cues are addresses of parts of sheets, as players have agreed on.
 *
 * @param tiles in order
 */
public record Storyboard(List<Tile> tiles) {
    public Storyboard {
        tiles = List.copyOf(tiles);
    }

    /**
     * A small picture.
     *
     * @param uri of the sheet
     * @param place on it
     * @param startMillis from when on it is shown
     * @param endMillis until when
     */
    public record Tile(String uri, String place, long startMillis, long endMillis) {}

    /** The file as it is served. */
    public String text() {
        List<String> cues = new ArrayList<>(List.of("WEBVTT\n"));
        for (Tile tile : tiles) {
            cues.add(time(tile.startMillis()) + " --> " + time(tile.endMillis()) + "\n" + Uris.safe(tile.uri()) + "#"
                    + tile.place() + "\n");
        }
        return String.join("\n", cues);
    }

    private static String time(long millis) {
        long seconds = millis / 1000;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
    }
}
