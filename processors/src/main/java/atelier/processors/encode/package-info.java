/** Makes one output: a chunk of a video rendition, a piece of sound, or a poster; checks it; stores it. */
package atelier.processors.encode;
