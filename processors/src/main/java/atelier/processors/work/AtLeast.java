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
        return super.createGenericSelectForUpdateQuery(
                tableName, limit, requiredAndCondition + " AND priority >= " + priority, orderByPriority);
    }
}
