package atelier.processors.mp4;

import java.util.List;

/** Groups the fragments of a growing sound file into segments. For one thread. */
public interface SoundRuns {

    /** Takes fragments as they become whole and returns the segments that are complete by now. */
    List<List<Fragment>> add(List<Fragment> fragments);

    /**
     * What is left, when nothing follows.
     *
     * @throws Mp4Exception if the sound is not what it must be
     */
    List<List<Fragment>> finish();
}
