package atelier.processors.mp4;

/** Finds the one track that an init segment has, and the one way in which it is coded. */
final class OnlyTrack {
    private OnlyTrack() {}

    /** @throws Mp4Exception if there is none or more than one */
    static Box.Container of(Box.Container movie) {
        long tracks = movie.children().stream()
                .filter(box -> box.type().equals("trak"))
                .count();
        if (tracks != 1) {
            throw Mp4Exception.unsupported("The file has %d tracks", tracks);
        }
        return movie.container("trak");
    }

    /**
     * Its sample entry.
     *
     * @param media the track's {@code mdia}
     * @throws Mp4Exception if there is none or more than one, or it is of no known kind
     */
    static Box.Container entry(Box.Container media) {
        Box.Container descriptions = media.container("minf", "stbl", "stsd");
        if (descriptions.children().size() != 1) {
            throw Mp4Exception.unsupported(
                    "The track has %d sample descriptions",
                    descriptions.children().size());
        }
        if (descriptions.children().get(0) instanceof Box.Container entry) {
            return entry;
        }
        throw Mp4Exception.unsupported(
                "The sample entry %s is not known",
                descriptions.children().get(0).type());
    }
}
