package atelier.processors.hls;

/**
 * How small pictures lie on a sheet: one for each segment of a chunk, row by row.
 *
 * @param tileWidth of a small picture
 * @param tileHeight of a small picture
 * @param tiles how many
 */
public record Sheet(int tileWidth, int tileHeight, int tiles) {
    /** The longer side of a small picture: what is shown above a seek bar. */
    private static final int LONGER = 160;

    private static final int MOST_COLUMNS = 10;

    /** That of pictures of a size. */
    public static Sheet of(int width, int height, int tiles) {
        double scale = Math.min(1.0, (double) LONGER / Math.max(width, height));
        return new Sheet(even(width * scale), even(height * scale), tiles);
    }

    public int columns() {
        return Math.min(MOST_COLUMNS, tiles);
    }

    public int rows() {
        return (tiles + columns() - 1) / columns();
    }

    /** Where a small picture is, as a media fragment says it (W3C Media Fragments, 4.2.2). */
    public String place(int tile) {
        int x = tile % columns() * tileWidth;
        int y = tile / columns() * tileHeight;
        return "xywh=" + x + "," + y + "," + tileWidth + "," + tileHeight;
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2));
    }
}
