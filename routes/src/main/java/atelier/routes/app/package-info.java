/** Puts the steps together. */
package atelier.routes.app;
