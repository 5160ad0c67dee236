package atelier.routes.access;

import atelier.config.AccessSettings;
import atelier.processors.catalog.Access;
import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Callers with a token see the artworks in the folders that a claim of it names; those with a scope see and change all. */
final class AccessByClaim implements AccessPolicy {
    private final AccessSettings settings;

    AccessByClaim(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Access> of(Optional<Principal> caller) {
        return caller.filter(JwtAuthenticationToken.class::isInstance)
                .map(JwtAuthenticationToken.class::cast)
                .map(this::access);
    }

    private Access access(JwtAuthenticationToken token) {
        boolean manages = token.getAuthorities().stream()
                .anyMatch(each -> each.getAuthority().equals("SCOPE_" + settings.scope()));
        return manages
                ? Access.ALL
                : Access.to(folders(token.getTokenAttributes().get(settings.ownerClaim())));
    }

    /** One name or several; what could be no first part of a slug is none. */
    private static Set<String> folders(Object claim) {
        Stream<?> values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isEmpty() && !name.contains("/"))
                .collect(Collectors.toSet());
    }
}
