package atelier.processors.probe;

import java.util.Optional;

/**
 * A video stream.
 *
 * @param index its index in the file
 * @param codec FFmpeg's name of its codec
 * @param profile the codec's profile
 * @param pixelFormat FFmpeg's name of its pixel format
 * @param configuration SHA-256 of what a decoder is told before the first packet, in hexadecimal; empty where the packets say it
 * @param bitDepth bits of one component
 * @param geometry how large its picture is, coded and shown
 * @param timing its frame rates and time stamps
 * @param fieldOrder {@code progressive}, {@code tt}, {@code bb}, {@code tb} or {@code bt}
 * @param colour what its numbers mean
 * @param spherical how a 360° picture is laid out
 * @param stereoMode how the pictures of two eyes are laid out, in FFmpeg's words
 */
public record VideoStream(
        int index,
        String codec,
        Optional<String> profile,
        Optional<String> pixelFormat,
        Optional<String> configuration,
        int bitDepth,
        Geometry geometry,
        Timing timing,
        Optional<String> fieldOrder,
        Colour colour,
        Optional<Spherical> spherical,
        Optional<String> stereoMode) {}
