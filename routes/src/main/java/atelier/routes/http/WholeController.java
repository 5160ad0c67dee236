package atelier.routes.http;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Audience;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Timelines;
import atelier.processors.hls.End;
import atelier.processors.hls.Listed;
import atelier.processors.plan.DemandStep;
import atelier.processors.whole.WholeForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** {@code /whole}: playlists of all that a plan makes, before it is made, and what of it is there. */
@RestController
class WholeController implements DisposableBean {
    private static final Pattern PLAYLIST =
            Pattern.compile("/(?<slug>.+)/(?<plan>\\d{1,9})/(?<name>master|[A-Z0-9-]{1,16})\\.m3u8");
    private static final Pattern STORED = Pattern.compile("/(?<slug>.+)/(?<plan>\\d{1,9})/stored\\.json");

    /** While its source is read, a timeline grows by the moment. */
    private static final CacheControl NOW = CacheControl.noCache();

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private static final Logger LOG = LoggerFactory.getLogger(WholeController.class);

    private final WholeForm whole;
    private final Audience audience;
    private final PlaybackAddresses addresses;
    private final DemandStep demand;
    private final WaitingRoom<Ask> room;

    /** @param after how many segments are known: more are waited for, or the end */
    private record Ask(String slug, int plan, String rendition, int after) {
        String key() {
            return MediaAddress.whole(slug, plan, rendition + ".m3u8");
        }
    }

    WholeController(
            WholeForm whole,
            Audience audience,
            PlaybackAddresses addresses,
            DemandStep demand,
            AtelierProperties properties) {
        this.demand = demand;
        this.whole = whole;
        this.audience = audience;
        this.addresses = addresses;
        this.room = new WaitingRoom<>(
                asks -> asks.stream().filter(this::isKnown).collect(Collectors.toSet()),
                properties.ask().patience(),
                properties.ask().most());
    }

    /**
     * A playlist.
     *
     * @param msn the segment that is waited for (RFC 8216bis, 6.2.5.2); a playlist that lists nothing yet is waited for as well
     */
    @GetMapping("/whole/{*path}")
    DeferredResult<ResponseEntity<Object>> whole(
            @PathVariable String path, @RequestParam(name = "_HLS_msn", defaultValue = "0") int msn) {
        DeferredResult<ResponseEntity<Object>> result = new DeferredResult<>();
        Matcher stored = STORED.matcher(path);
        if (stored.matches()) {
            result.setResult(stored(stored));
            return result;
        }
        Matcher playlist = PLAYLIST.matcher(path);
        if (!playlist.matches()) {
            throw new NotFoundException("playlist", path);
        }
        if (playlist.group("name").equals("master")) {
            ResponseEntity<Object> master = master(playlist);
            watched(playlist.group("slug"));
            result.setResult(master);
        } else {
            media(ask(playlist, msn), result);
        }
        return result;
    }

    private ResponseEntity<Object> master(Matcher path) {
        return playlist(
                MediaAddress.whole(path.group("slug"), plan(path), "master.m3u8"),
                whole.master(path.group("slug"), plan(path))
                        .orElseThrow(() -> new NotFoundException("playlist", path.group())),
                NOW);
    }

    private void media(Ask ask, DeferredResult<ResponseEntity<Object>> result) {
        Optional<Listed> playlist = find(ask).or(() -> asked(ask));
        boolean waits = !isKnown(playlist, ask) && room.enter(ask, outcome -> result.setResult(answer(ask, find(ask))));
        if (!waits) {
            result.setResult(answer(ask, playlist));
        }
    }

    /** Of a rendition that is made when somebody asks for it: nothing, while the film is still read. */
    private Optional<Listed> asked(Ask ask) {
        boolean comes = whole.master(ask.slug(), ask.plan()).isPresent() && demand.ask(ask.slug(), ask.rendition());
        if (!comes) {
            throw new NotFoundException("playlist", ask.rendition());
        }
        return find(ask);
    }

    /** One that lists nothing stops some players for good: they are told to come again. */
    private ResponseEntity<Object> answer(Ask ask, Optional<Listed> playlist) {
        return playlist.filter(found -> found.size() > 0)
                .map(found -> playlist(ask.key(), found.text(), found.end() == End.FINAL ? A_WHILE : NOW))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    private ResponseEntity<Object> playlist(String key, String text, CacheControl lifetime) {
        return ResponseEntity.ok()
                .cacheControl(addresses.signed() ? NOW : lifetime)
                .contentType(MediaTypes.of("m3u8"))
                .body(addresses.whole(key, text));
    }

    /** By rendition, stretches of seconds: {@code {"SD": [[0, 42.5], [540, 552]]}}. */
    private ResponseEntity<Object> stored(Matcher path) {
        Map<String, List<Timelines.Stretch>> stored = whole.stored(path.group("slug"), plan(path))
                .orElseThrow(() -> new NotFoundException("timeline", path.group()));
        watched(path.group("slug"));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(pairs(stored));
    }

    private static Map<String, List<List<Double>>> pairs(Map<String, List<Timelines.Stretch>> stored) {
        return stored.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> {
            List<List<Double>> list = new ArrayList<>();
            each.getValue().forEach(stretch -> list.add(List.of(stretch.from(), stretch.to())));
            return list;
        }));
    }

    /** Players ask for these while they play: what comes at the beginning is made one rendition at a time. */
    private void watched(String slug) {
        try {
            audience.seen(slug);
        } catch (DataAccessException e) {
            LOG.warn("It could not be recorded that somebody watches {}: {}", slug, e.getMessage());
        }
    }

    private boolean isKnown(Ask ask) {
        return isKnown(find(ask), ask);
    }

    private static boolean isKnown(Optional<Listed> playlist, Ask ask) {
        return playlist.filter(found -> found.size() > ask.after() || found.ended())
                .isPresent();
    }

    private Optional<Listed> find(Ask ask) {
        return whole.media(ask.slug(), ask.plan(), ask.rendition());
    }

    private static Ask ask(Matcher path, int msn) {
        return new Ask(path.group("slug"), plan(path), path.group("name"), Math.max(0, msn));
    }

    private static int plan(Matcher path) {
        return Integer.parseInt(path.group("plan"));
    }

    @Override
    public void destroy() {
        room.close();
    }
}
