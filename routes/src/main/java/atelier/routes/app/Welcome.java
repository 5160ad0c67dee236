package atelier.routes.app;

import atelier.config.Home;
import atelier.processors.ffmpeg.FfmpegInstallation;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the screen what this is, where the inbox is and what to do next, once all is up. */
@Component
class Welcome {
    private final Home home;
    private final FfmpegInstallation ffmpeg;

    Welcome(Home home, FfmpegInstallation ffmpeg) {
        this.home = home;
        this.ffmpeg = ffmpeg;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            System.out.printf("""

                      Atelier is up: a build system for video.

                        Library   http://localhost:%d
                        Inbox     %s
                        FFmpeg    %s (%s)

                      Copy a video into the inbox, for example into a folder of your name,
                      and watch it appear in the library. Ctrl-C stops Atelier; nothing is lost.

                    """, web.getWebServer().getPort(), home.inbox(), ffmpeg.version(), ffmpeg.ffmpeg());
        }
    }
}
