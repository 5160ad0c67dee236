/** Lists an input's coded frames, cuts its timeline into chunks at random access points, and fingerprints each. */
package atelier.processors.index;
