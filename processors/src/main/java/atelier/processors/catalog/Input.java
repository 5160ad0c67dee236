package atelier.processors.catalog;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A delivered file that is read.
 *
 * @param id key
 * @param videoFormatId the form of the artwork that it is
 * @param artworkId whose it is
 * @param filePath below the home
 * @param fileSize in bytes
 * @param fileHash SHA-256 of the whole file, once it is known
 * @param media what the probe found, as JSON, once it is known
 * @param createdMillis when it was taken from the inbox, since the epoch
 * @param chunkCount how many chunks it has, once it is read to its end
 */
public record Input(
        long id,
        long videoFormatId,
        long artworkId,
        String filePath,
        long fileSize,
        Optional<String> fileHash,
        Optional<String> media,
        long createdMillis,
        OptionalInt chunkCount) {}
