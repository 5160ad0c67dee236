/** Taking in what is delivered to buckets: noticing objects, fetching them, and what becomes of the originals. */
package atelier.processors.bucket;
