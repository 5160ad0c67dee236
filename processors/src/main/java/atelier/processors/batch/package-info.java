/** Keeps the library true: to its recipes, to its sources, and to what the store should hold. */
package atelier.processors.batch;
