package atelier.routes.access;

import atelier.config.AccessSettings;
import atelier.config.AtelierProperties;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Callers bear tokens of an OAuth 2.0 issuer. This only finds out who calls; what they may do is decided by the policy, in one place for
 * all calls. Without an issuer nothing of it is there.
 */
@Configuration
@EnableWebSecurity
@ConditionalOnExpression("!'${atelier.access.issuer:}'.isBlank()")
class TokenConfiguration {
    /** Behind what every answer has, before all that answers. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    AccessPolicy accessByClaim(AtelierProperties properties) {
        return new AccessByClaim(properties.access());
    }

    @Bean
    DelegatingFilterProxyRegistrationBean tokenFilter() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.setOrder(ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    @Bean
    SecurityFilterChain tokens(HttpSecurity http, ProblemAnswer problems) throws Exception {
        Refusals refusals = new Refusals(problems);
        return http.securityMatcher("/api/**", "/media/**", "/whole/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .oauth2ResourceServer(
                        server -> server.authenticationEntryPoint(refusals).jwt(Customizer.withDefaults()))
                .addFilterBefore(refusals, BearerTokenAuthenticationFilter.class)
                .build();
    }

    /** Names of artworks may have what other sites have no use for. Paths that lead upwards stay refused. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowUrlEncodedParagraphSeparator(true);
        firewall.setAllowUrlEncodedLineSeparator(true);
        return firewall;
    }

    /** Asks the issuer for its keys with the first token: it may be started after us, or be away for a while. */
    @Bean
    JwtDecoder tokenDecoder(AtelierProperties properties) {
        JwtDecoder decoder = new SupplierJwtDecoder(() -> decoder(properties.access()));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The issuer of tokens, atelier.access.issuer, cannot be asked for its keys.", e);
            }
        };
    }

    private static JwtDecoder decoder(AccessSettings settings) {
        NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(settings.issuer());
        List<OAuth2TokenValidator<Jwt>> checks = new ArrayList<>();
        checks.add(JwtValidators.createDefaultWithIssuer(settings.issuer()));
        if (!settings.audience().isBlank()) {
            checks.add(new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, meant -> meant != null && meant.contains(settings.audience())));
        }
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
        return decoder;
    }
}
