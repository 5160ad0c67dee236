package atelier.processors.hls;

/** The lines of a playlist. */
final class Tags {
    private final StringBuilder lines = new StringBuilder("#EXTM3U\n");

    Tags tag(String name) {
        lines.append('#').append(name).append('\n');
        return this;
    }

    Tags tag(String name, Object value) {
        lines.append('#').append(name).append(':').append(value).append('\n');
        return this;
    }

    Tags uri(String uri) {
        lines.append(Uris.safe(uri)).append('\n');
        return this;
    }

    String text() {
        return lines.toString();
    }
}
