/** Finding, calling and supervising FFmpeg. Commands are data; running them is somebody else's work. */
package atelier.processors.ffmpeg;
