/** HLS playlists (RFC 8216bis) as data that turns into text, and the bit rates they declare. */
package atelier.processors.hls;
