/** Asks, for each rendition and chunk, whether its output is already there. What is missing becomes jobs. */
package atelier.processors.plan;
