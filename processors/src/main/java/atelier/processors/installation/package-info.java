/** Playlists for installations: what each screen of an exhibition shows, for days. */
package atelier.processors.installation;
