package atelier.processors.catalog;

import java.util.function.BooleanSupplier;
import org.springframework.dao.PessimisticLockingFailureException;

/** What is tried again because others wanted the same rows. */
public final class Contention {
    private static final int TRIES = 5;

    private Contention() {}

    /** Two that lock the same rows in another order are told so by the database, and one has to try again: not the work that led there. */
    public static boolean again(BooleanSupplier transaction) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.getAsBoolean();
            } catch (PessimisticLockingFailureException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }
}
