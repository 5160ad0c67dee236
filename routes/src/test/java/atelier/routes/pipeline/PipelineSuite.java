package atelier.routes.pipeline;

import atelier.routes.Atelier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application: a real MariaDB, a real FFmpeg, a real inbox, asked over HTTP. All such tests share one
 * running application. Chunks are short and the ladder is small, so that small clips have several of both.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@SpringBootTest(
        classes = {Atelier.class, PipelineKit.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "atelier.inbox.poll=100ms",
            "atelier.inbox.quiet=200ms",
            "atelier.batch.cron=0 0 0 1 1 ? 2099",
            "atelier.inbox.quiet-unknowable=800ms",
            "atelier.inbox.give-up=3s",
            "atelier.limits.max-side=2000",
            "atelier.chunks.first-min=1s",
            "atelier.chunks.first-max=3s",
            "atelier.chunks.min=3s",
            "atelier.chunks.max=8s",
            "atelier.renditions.4K.policy=delivered",
            "atelier.renditions.3K.policy=delivered",
            "atelier.renditions.4K.codec=h264",
            "atelier.renditions.3K.codec=h264",
            "atelier.renditions.SD.width=160",
            "atelier.renditions.SD.height=90",
            "atelier.renditions.HD.width=320",
            "atelier.renditions.HD.height=180"
        })
@ContextConfiguration(initializers = {FreshHome.class, BucketsForTests.class})
@interface PipelineSuite {}
