/** The rendition graph: what is made of what, and at which size. */
package atelier.processors.ladder;
