package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.EncoderRests;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.QualityChoices;
import atelier.processors.encode.DeviceWork;
import atelier.processors.encode.Devices;
import atelier.processors.encode.EncoderFallback;
import atelier.processors.plan.ChosenQuality;
import atelier.processors.plan.EncoderChoice;
import atelier.processors.plan.HardwareChoice;
import atelier.processors.plan.HardwareFallback;
import atelier.processors.plan.OptionalRungs;
import atelier.processors.plan.ReplanStep;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Encoders and decoders in hardware. */
@Configuration
class HardwareConfiguration {

    @Bean
    Devices devices(AtelierProperties properties) {
        return new Devices(
                properties.hardware().sessions(), properties.hardware().decode());
    }

    @Bean
    DeviceWork deviceWork(EncoderFallback fallback, Devices devices) {
        return new DeviceWork(fallback, devices);
    }

    @Bean
    EncoderRests encoderRests(JdbcClient sql, Clock clock) {
        return new EncoderRests(sql, clock);
    }

    @Bean
    EncoderChoice encoderChoice(
            JdbcClient sql, Json json, EncoderRests rests, QualityChoices choices, AtelierProperties properties) {
        return new OptionalRungs(
                new ChosenQuality(new HardwareChoice(sql, json, rests, properties.hardware()), choices), sql);
    }

    @Bean
    EncoderFallback encoderFallback(
            Artworks artworks, Plans plans, EncoderRests rests, ReplanStep replan, AtelierProperties properties) {
        return new HardwareFallback(artworks, plans, rests, replan, properties.hardware());
    }
}
