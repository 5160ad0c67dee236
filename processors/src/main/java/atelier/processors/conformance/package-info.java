/** Checks editions against HLS's rules, as they lie in the store or are served. */
package atelier.processors.conformance;
