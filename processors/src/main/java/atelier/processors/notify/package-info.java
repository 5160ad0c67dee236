/** Tells pages and other systems what changed. Its failure never unpublishes anything. */
package atelier.processors.notify;
