/** Processes that work on one database and one store: who they are, that they belong together, and what one of them does. */
package atelier.processors.node;
