package atelier.processors.catalog;

import java.time.Instant;

/**
 * A stored playlist for an installation.
 *
 * @param tag names this state of it and no other, for as long as the database lasts
 * @param items of all tracks
 * @param content the whole of it as JSON
 */
public record InstallationRow(String name, String tag, String title, int items, String content, Instant updatedAt) {}
