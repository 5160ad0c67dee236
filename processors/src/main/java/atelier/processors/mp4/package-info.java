/**
 * Fragmented MP4 (ISO/IEC 14496-12, CMAF) in plain Java: reading what FFmpeg wrote, cutting it into stored segments on
 * the rendition's timeline, and joining stored segments into one file. Media data passes through, it is never held.
 */
package atelier.processors.mp4;
