/** Who calls, and which artworks they may see. */
package atelier.routes.access;
