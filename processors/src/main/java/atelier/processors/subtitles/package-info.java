/** Subtitles: reads what others wrote, SubRip or WebVTT, and writes WebVTT that every browser shows and none is harmed by. */
package atelier.processors.subtitles;
