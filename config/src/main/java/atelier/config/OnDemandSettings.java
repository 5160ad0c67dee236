package atelier.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of renditions whose policy is {@code on-demand}. An artwork's score is how often it was viewed or downloaded, where what was
 * a week ago counts half, two weeks ago a quarter, and so on.
 *
 * @param popular from which score on they are made before anybody asks, by night
 * @param keep how long they stay after somebody asked last, where the artwork's score is below that
 */
public record OnDemandSettings(
        @DefaultValue("10") double popular,
        @DefaultValue("30d") Duration keep) {}
