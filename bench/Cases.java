package bench;

/** The names of the cases. */
final class Cases {
    static final String FULL = "first full run";
    static final String AGAIN = "same file again";
    static final String RENAMED = "renamed";
    static final String TITLED = "title tag changed";
    static final String REMUXED = "remuxed MP4 → MKV";
    static final String CHANGED = "one 10 s shot changed, long GOPs";
    static final String INSERTED = "10 s inserted in the middle";
    static final String CUT = "10 s cut away";
    static final String BACK = "the first version again";
    static final String OVERRIDE = "4K override added";
    static final String REMOVED = "override removed";
    static final String RECIPE = "SD recipe changed";
    static final String RECIPE_BACK = "SD recipe changed back";
    static final String DAMAGED = "one stored segment corrupted";
    static final String UPGRADED = "FFmpeg upgraded";
    static final String UPGRADED_DELIVERY = "renamed, after the upgrade";
    static final String INTRA = "first full run, all-intra";
    static final String INTRA_CHANGED = "one 10 s shot changed, all-intra";

    private Cases() {}
}
