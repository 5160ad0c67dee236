package atelier.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Callers bear tokens of an OAuth 2.0 issuer (RFC 6750), where there is one; else whoever reaches the address may do all.
 *
 * @param issuer URI of who gives out tokens; empty: nobody, all is open
 * @param audience that tokens must be meant for; empty: any
 * @param ownerClaim claim whose value, or one of whose values, is the first part of the slugs of a caller's artworks
 * @param scope that a token must have to change things, and to look behind the scenes
 * @param open whether all may be open on an address that others can reach
 */
public record AccessSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience,
        @DefaultValue("sub") String ownerClaim,
        @DefaultValue("atelier:manage") String scope,
        @DefaultValue("false") boolean open) {

    /** Whether callers must say who they are. */
    public boolean byToken() {
        return !issuer.isBlank();
    }
}
