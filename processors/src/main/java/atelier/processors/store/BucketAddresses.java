package atelier.processors.store;

import atelier.config.S3Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Addresses by which anybody may read one object of a bucket that is nobody else's, until a time (AWS Signature Version 4, in the query).
 * The SDK's own presigner signs with the present second; here it is said when, so that the same address can be given out for a while.
 */
public final class BucketAddresses {
    private static final String SERVICE = "s3";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final BucketPlace place;
    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final URI endpoint;
    private final boolean pathStyle;

    /**
     * @param client that the store has
     * @param endpoint address of the server for players; empty: the one that the client has
     */
    public BucketAddresses(
            S3Client client,
            BucketPlace place,
            S3Settings settings,
            String endpoint,
            AwsCredentialsProvider credentials) {
        this.place = place;
        this.credentials = credentials;
        this.pathStyle = settings.pathStyle();
        this.region = client.serviceClientConfiguration().region();
        String given = endpoint.isBlank() ? settings.endpoint() : endpoint;
        this.endpoint = given.isBlank()
                ? URI.create("https://" + ServiceMetadata.of(SERVICE).endpointFor(region))
                : URI.create(given);
    }

    /**
     * The address of an object.
     *
     * @param key of the store
     * @param from since when it holds, by the second
     * @param until when it no longer does; at most seven days later
     */
    public String of(String key, Instant from, Instant until) {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(plain(place.key(key)))
                .build();
        return signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.between(from, until))
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(from, ZoneOffset.UTC)))
                .request()
                .getUri()
                .toString();
    }

    private URI plain(String key) {
        String path = SdkHttpUtils.urlEncodeIgnoreSlashes(key);
        String base = endpoint.getPath() == null ? "" : endpoint.getPath().replaceFirst("/$", "");
        return pathStyle
                ? URI.create(root("") + base + "/" + place.bucket() + "/" + path)
                : URI.create(root(place.bucket() + ".") + base + "/" + path);
    }

    private String root(String before) {
        return endpoint.getScheme() + "://" + before + endpoint.getAuthority();
    }
}
