/**
 * Tells other systems what happened, in the form of Standard Webhooks. Events are written by the database in the transaction that
 * changes the state; here they are spread over the endpoints, and each is tried until it is delivered or given up.
 */
package atelier.processors.notify.webhooks;
