/** Program calls as messages: one route through which every call of FFmpeg and ffprobe goes. */
package atelier.routes.programs;
