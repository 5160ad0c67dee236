/** Makes one output: a chunk of a video rendition, the whole sound, or a poster; checks it; stores it. */
package atelier.processors.encode;
