package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.IndexListener;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.Outliner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotingListenerTest {
    private final List<String> told = new ArrayList<>();

    private final IndexListener all = new IndexListener() {
        @Override
        public void opened(Outliner outliner) {
            told.add("opened");
        }

        @Override
        public void chunk(IndexedChunk chunk) {
            told.add("chunk");
        }

        @Override
        public void sound(IndexedSound sound) {
            told.add("sound");
        }

        @Override
        public void giveWay() {
            told.add("giveWay");
        }
    };

    /** Most of these have a default, which does nothing: what is not passed on is not missed by the compiler. */
    @Test
    void passesOnAllThatItIsTold() {
        NotingListener noting = new NotingListener(chunk -> {}, Optional.empty(), all);

        noting.opened(Optional::empty);
        noting.chunk(null);
        noting.sound(null);
        noting.giveWay();

        assertThat(told).containsExactly("opened", "chunk", "sound", "giveWay");
    }
}
