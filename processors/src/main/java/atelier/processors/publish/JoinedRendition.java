package atelier.processors.publish;

import atelier.processors.mp4.JoinedMp4;

/**
 * A whole rendition as a file.
 *
 * @param file its bytes
 * @param sha256 of them
 * @param name of the file for whoever saves it
 */
public record JoinedRendition(JoinedMp4 file, String sha256, String name) {}
