package atelier.processors.work;

/** Marks an exception after which trying again cannot help. */
public interface PermanentFailure {}
