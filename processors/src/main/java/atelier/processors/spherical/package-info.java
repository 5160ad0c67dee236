/** How a picture of everything around lies on its frame. */
package atelier.processors.spherical;
