package atelier.routes.http;

/**
 * A server-sent event.
 *
 * @param id from where a reader goes on that was away: milliseconds since 1970
 * @param name of the event
 * @param data JSON; empty: nothing happened, but the connection is in use
 */
record EventMessage(String id, String name, String data) {}
