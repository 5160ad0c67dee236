/** Taking in what artists deliver: names, finished copies, refusals. */
package atelier.processors.ingest;
