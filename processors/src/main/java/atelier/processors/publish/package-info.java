/** Grows editions as outputs arrive, and seals them when they are all there. */
package atelier.processors.publish;
