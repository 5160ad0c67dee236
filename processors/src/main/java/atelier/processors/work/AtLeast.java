package atelier.processors.work;

import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;

/** Lets a scheduler claim jobs of a certain priority alone. */
final class AtLeast extends MySQL8JdbcCustomization {
    private final int priority;

    AtLeast(int priority) {
        super(true);
        this.priority = priority;
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
        // Where there are none it locks no row, not for a moment: the other scheduler would pass over the one that it
        // locks.
        String asked = " AND priority >= " + priority;
        String any = " AND EXISTS (SELECT 1 FROM " + tableName + " WHERE picked = 0" + asked + ")";
        return super.createGenericSelectForUpdateQuery(
                tableName, limit, requiredAndCondition + asked + any, orderByPriority);
    }
}
