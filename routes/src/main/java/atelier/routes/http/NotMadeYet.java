package atelier.routes.http;

import atelier.config.AtelierProperties;
import atelier.config.Role;
import atelier.processors.catalog.Arrivals;
import atelier.processors.catalog.Arrivals.Awaited;
import atelier.processors.node.OwnNode;
import atelier.processors.store.Store;
import atelier.processors.store.StoreException;
import atelier.processors.whole.AskStep;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests for segments that are not made yet wait until they are: their jobs go to the front, and the request goes on to where stored segments
 * are served when there is one. Who comes back is told to come again where it takes too long; all others are held ({@link HeldAnswers}).
 */
@Component
class NotMadeYet extends OncePerRequestFilter implements DisposableBean {
    private static final Pattern FILE = Pattern.compile(
            "/chunks/(?<fp>[0-9a-f]{64})/((?<start>\\d{1,18})/(?<number>\\d{5,6})\\.m4s|init\\.mp4|text\\.vtt)");
    private final Store store;
    private final AskStep asking;
    private final HeldAnswers held;
    private final OwnNode own;
    private final WaitingRoom<Awaited> room;

    NotMadeYet(
            Store store,
            AskStep asking,
            HeldAnswers held,
            Arrivals arrivals,
            OwnNode own,
            AtelierProperties properties) {
        this.own = own;
        this.held = held;
        this.store = store;
        this.asking = asking;
        this.room = new WaitingRoom<>(
                arrivals::settled, properties.ask().patience(), properties.ask().most());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !own.does(Role.SERVE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher file = FILE.matcher(request.getRequestURI());
        if (!request.getMethod().equals("GET") || !file.matches() || isThere(file)) {
            chain.doFilter(request, response);
            return;
        }
        Awaited awaited = awaited(file);
        if (asking.ask(awaited.fingerprint(), awaited.startTicks(), awaited.segment())) {
            await(awaited, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isThere(Matcher file) {
        try {
            return store.size(file.group().substring(1)).isPresent();
        } catch (StoreException e) {
            // Who serves it asks again, and says so if the store is still away.
            return true;
        }
    }

    private static Awaited awaited(Matcher file) {
        return file.group("start") == null
                ? new Awaited(file.group("fp"), OptionalLong.empty(), OptionalInt.empty())
                : new Awaited(
                        file.group("fp"),
                        OptionalLong.of(Long.parseLong(file.group("start"))),
                        OptionalInt.of(Integer.parseInt(file.group("number"))));
    }

    private void await(Awaited awaited, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext waiting = request.startAsync();
        // The room is what ends it.
        waiting.setTimeout(0);
        boolean entered = room.enter(awaited, outcome -> {
            // So that a player does not take the time for the network's.
            response.setHeader("Server-Timing", "making;dur=" + outcome.waited().toMillis());
            if (outcome.came()) {
                waiting.dispatch();
            } else if (HeldAnswers.comesBack(request) || !held.hold(awaited, waiting)) {
                waiting.dispatch(ComeAgainController.PATH);
            }
        });
        if (!entered) {
            waiting.dispatch(ComeAgainController.PATH);
        }
    }

    @Override
    public void destroy() {
        super.destroy();
        room.close();
    }
}
