/** Durable work: db-scheduler's tables, claims and backoff; which failures are worth another try. */
package atelier.processors.work;
