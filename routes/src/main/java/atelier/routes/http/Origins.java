package atelier.routes.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tells pages of other origins, for what is answered before all else, what the rules for all other requests tell them. */
@Component
class Origins {
    private final SingletonSupplier<Map<String, CorsConfiguration>> rules;

    Origins(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.rules = SingletonSupplier.of(() -> rules(mapping.getObject()));
    }

    /** The rules by path. */
    private static Map<String, CorsConfiguration> rules(RequestMappingHandlerMapping mapping) {
        return mapping.getCorsConfigurationSource() instanceof UrlBasedCorsConfigurationSource source
                ? source.getCorsConfigurations()
                : Map.of();
    }

    /** By the rule of that pattern; false where the request is answered with that. */
    boolean allow(String rule, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return new DefaultCorsProcessor().processRequest(rules.obtain().get(rule), request, response);
    }

    /** The same by the rule for the first part of its path; where there is none, it is not for other origins. */
    boolean allow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String rule = "/" + request.getRequestURI().split("/", 3)[1] + "/**";
        return !rules.obtain().containsKey(rule) || allow(rule, request, response);
    }
}
