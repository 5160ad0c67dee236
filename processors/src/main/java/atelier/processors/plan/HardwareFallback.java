package atelier.processors.plan;

import atelier.config.HardwareSettings;
import atelier.config.HardwareSettings.Policy;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.EncoderRests;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.Plans;
import atelier.processors.encode.EncoderFallback;
import atelier.processors.work.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets encoders in hardware rest that failed, and plans what they were to make for software, where the policy allows. */
public final class HardwareFallback implements EncoderFallback {
    private static final Logger LOG = LoggerFactory.getLogger(HardwareFallback.class);

    private final Artworks artworks;
    private final Plans plans;
    private final EncoderRests rests;
    private final ReplanStep replan;
    private final HardwareSettings settings;

    public HardwareFallback(
            Artworks artworks, Plans plans, EncoderRests rests, ReplanStep replan, HardwareSettings settings) {
        this.artworks = artworks;
        this.plans = plans;
        this.rests = rests;
        this.replan = replan;
        this.settings = settings;
    }

    @Override
    public boolean rests(String encoder) {
        return settings.policy() == Policy.PREFER && rests.rests(encoder);
    }

    @Override
    public boolean failed(String encoder, String how) {
        if (settings.policy() != Policy.PREFER) {
            return false;
        }
        rests.rest(encoder, settings.rest(), how);
        LOG.warn(
                "{} failed and rests for {}; what it was to make is made in software: {}",
                encoder,
                settings.rest(),
                how);
        return true;
    }

    @Override
    public boolean replan(String fingerprint, String encoder) {
        boolean done = true;
        for (long artwork : artworks.needing(fingerprint)) {
            Urgency urgency =
                    plans.current(artwork).map(Plan::urgency).map(Urgency::of).orElse(Urgency.AWAITED);
            done &= replan.replan(artwork, encoder + " failed", urgency).what() != Replanned.What.READING;
        }
        return done;
    }
}
