package atelier.processors.catalog;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that the store should hold.
 *
 * @param key in the store
 * @param bytes of the file, where they were recorded
 * @param sha256 with decode times taken as 0, where it was recorded
 */
public record StoredFile(String key, OptionalLong bytes, Optional<String> sha256) {}
