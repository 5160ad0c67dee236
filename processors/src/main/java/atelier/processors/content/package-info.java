/** A file's content as bytes: reading it once, its hashes, and whether it changed meanwhile. */
package atelier.processors.content;
