package atelier.processors.probe;

import java.util.Optional;

/**
 * A subtitle stream.
 *
 * @param index its index in the file
 * @param codec FFmpeg's name of its format
 * @param language ISO 639-2
 * @param isDefault whether the file marks it as the one to show
 */
public record SubtitleStream(int index, String codec, Optional<String> language, boolean isDefault) {}
