package atelier.processors.viewing;

import java.util.List;

/**
 * What a player tells at once.
 *
 * @param session a random name
 * @param slug of the artwork
 * @param events in order
 */
public record PlaybackBatch(String session, String slug, List<PlaybackEvent> events) {}
