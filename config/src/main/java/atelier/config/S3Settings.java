package atelier.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How buckets are reached. Credentials come from where the AWS SDK looks for them: the environment, system properties,
 * its files, the machine's or the container's role.
 *
 * @param endpoint address of an S3-compatible server; empty: AWS
 * @param region that requests are signed for; empty: with an endpoint {@code us-east-1}, else where the AWS SDK looks
 * @param pathStyle whether the bucket stands in the path rather than in the host name
 */
public record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String region,
        @DefaultValue("true") boolean pathStyle) {}
