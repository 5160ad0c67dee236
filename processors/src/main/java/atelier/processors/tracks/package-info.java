/** What the tracks of a source are called, in players' menus and in playlists. */
package atelier.processors.tracks;
