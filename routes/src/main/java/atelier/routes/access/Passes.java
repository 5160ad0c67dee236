package atelier.routes.access;

import atelier.processors.catalog.PlaybackKeys.Key;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passes to what lies below a path, until a time: {@code key.seconds.signature}, where the signature is the HMAC-SHA256 (RFC 2104) of
 * path and time. Whoever has one may hand it on; it says nothing of who that is.
 */
public final class Passes {
    /** In which parameter of an address a pass stands. */
    public static final String PARAMETER = "pass";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern PASS =
            Pattern.compile("(?<key>\\d{1,18})\\.(?<until>\\d{1,11})\\.(?<signature>[\\w-]{43})");

    private final Supplier<Key> current;
    private final LongFunction<Optional<Key>> keys;
    private final Lifetimes lifetimes;

    /**
     * @param current the key to sign with now
     * @param keys those that signed something, by number
     */
    public Passes(Supplier<Key> current, LongFunction<Optional<Key>> keys, Lifetimes lifetimes) {
        this.current = current;
        this.keys = keys;
        this.lifetimes = lifetimes;
    }

    /** A pass to all below a path that ends with a slash. */
    public String to(String path, Instant until) {
        Key key = current.get();
        long seconds = until.getEpochSecond();
        return key.id() + "." + seconds + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(key, path, seconds));
    }

    /** Whether a pass is one of ours, to that path, and has not expired. */
    public boolean holds(String path, String pass) {
        Matcher parts = PASS.matcher(pass);
        if (!parts.matches()) {
            return false;
        }
        long until = Long.parseLong(parts.group("until"));
        Optional<Key> key = keys.apply(Long.parseLong(parts.group("key")));
        return key.isPresent()
                && lifetimes.now().getEpochSecond() < until
                && MessageDigest.isEqual(
                        signature(key.get(), path, until),
                        Base64.getUrlDecoder().decode(parts.group("signature")));
    }

    private static byte[] signature(Key key, String path, long until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            return mac.doFinal((until + "\n" + path).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
        }
    }
}
