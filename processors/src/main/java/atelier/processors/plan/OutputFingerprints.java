package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.processors.encode.CoarseBlocks;
import atelier.processors.index.Fingerprint;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.ladder.FlatView;
import atelier.processors.ladder.TrackName;
import atelier.processors.spherical.SphereFrame;
import java.util.List;
import java.util.Optional;

/** Names outputs by everything that determines them. The version of FFmpeg is recorded beside them, not part of it. */
final class OutputFingerprints {
    private OutputFingerprints() {}

    /** The effective recipe: every field that the kind uses, with its default filled in. */
    static String recipe(Recipe recipe) {
        Fingerprint fingerprint = new Fingerprint("recipe 1")
                .add(recipe.kind().name())
                .add(recipe.codec())
                .add(recipe.revision());
        if (!recipe.encoder().isEmpty()) {
            fingerprint.add(recipe.encoder());
        }
        switch (recipe.kind()) {
            case VIDEO -> {
                fingerprint
                        .add(recipe.width())
                        .add(recipe.height())
                        .add(String.valueOf(recipe.preview()))
                        .add(recipe.preset())
                        .add(recipe.crf())
                        .add(recipe.maxrate());
                if (recipe.bits() != 0) {
                    fingerprint.add("bits").add(recipe.bits());
                }
            }
            case AUDIO ->
                fingerprint.add(recipe.maxrate()).add(recipe.sampleRate()).add(recipe.channels());
            case TEXT -> {
                // All is said above.
            }
            case POSTER ->
                fingerprint
                        .add(recipe.width())
                        .add(recipe.height())
                        .add(String.valueOf(recipe.preview()))
                        .add(recipe.quality());
        }
        return fingerprint.hex();
    }

    private static Optional<String> view(Target target) {
        SphereFrame frame = target.from().media().video().frame();
        return FlatView.filter(target.rendition().recipe(), frame, target.size());
    }

    /** The output of a poster recipe for the first part of a film. */
    static String ofFirstPart(List<IndexedChunk> first, Target target) {
        Fingerprint fingerprint = new Fingerprint("poster 1")
                .add(recipe(target.rendition().recipe()))
                .add(target.size().toString())
                .add(target.from().picture());
        view(target).ifPresent(fingerprint::add);
        first.forEach(chunk -> fingerprint.add(chunk.fingerprint()));
        return fingerprint.hex();
    }

    /** The output of a video recipe for a chunk. Key frames and segments follow from the chunk's cadence. */
    static String ofChunk(IndexedChunk chunk, Target target) {
        Fingerprint fingerprint = new Fingerprint("output 2")
                .add(chunk.fingerprint())
                .add(recipe(target.rendition().recipe()))
                .add(target.size().toString())
                .add(target.from().picture());
        view(target).ifPresent(fingerprint::add);
        if (CoarseBlocks.are(target.rendition().recipe(), target.size())) {
            fingerprint.add("blocks of 16");
        }
        chunk.span().keyFrames().forEach(fingerprint::add);
        fingerprint.add("segments");
        chunk.span().segmentStarts().forEach(fingerprint::add);
        return fingerprint.hex();
    }

    /** A chunk that is cut out of the delivered file as it is. The delay is that of its whole file: it is in the init segment. */
    static String ofCopy(IndexedChunk chunk, Target target) {
        Fingerprint fingerprint = new Fingerprint("copy 1")
                .add(chunk.fingerprint())
                .add(target.copied().orElseThrow())
                .add(target.size().toString());
        chunk.span().copy().segmentStarts().forEach(fingerprint::add);
        return target.from().media().video().colour().isSaid()
                ? fingerprint.hex()
                : fingerprint.add("colours declared").hex();
    }

    /** The output of an audio recipe for a whole stream, by its coded data and its place beside the pictures. */
    static String ofStream(String stream, long durationMillis, Target target) {
        Fingerprint fingerprint = new Fingerprint("audio 1").add(stream).add(durationMillis);
        return heard(fingerprint, target).hex();
    }

    /** The output of a poster recipe for a delivered picture. */
    static String ofPicture(Target target) {
        return new Fingerprint("picture 1")
                .add(target.from().input().fileHash().orElseThrow())
                .add(recipe(target.rendition().recipe()))
                .add(target.size().toString())
                .hex();
    }

    /** The output of a text recipe for a track of a file: when it is shown depends on all of the file, not on its packets alone. */
    static String ofText(Target target) {
        return new Fingerprint("text 1")
                .add(target.from().input().fileHash().orElseThrow())
                .add(TrackName.of(target.name()).number())
                .add(recipe(target.rendition().recipe()))
                .hex();
    }

    /** The output of an audio recipe for a piece of a sound. */
    static String ofSound(IndexedSound piece, Target target) {
        return heard(new Fingerprint("piece 1").add(piece.fingerprint()), target)
                .hex();
    }

    private static Fingerprint heard(Fingerprint sound, Target target) {
        sound.add(recipe(target.rendition().recipe()));
        target.sound().flatMap(each -> each.filter(target.rendition().recipe())).ifPresent(sound::add);
        return sound;
    }
}
