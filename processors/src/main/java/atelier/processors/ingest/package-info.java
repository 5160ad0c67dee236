/** Taking in what artists deliver: names, finished copies, content hashes, refusals. */
package atelier.processors.ingest;
