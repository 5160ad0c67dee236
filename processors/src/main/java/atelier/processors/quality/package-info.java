/** Chooses a film's constant quality by what a few seconds of it come to. */
package atelier.processors.quality;
