package atelier.routes.http;

import atelier.processors.bucket.BucketView;
import atelier.processors.bucket.BucketViews;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/buckets}: the buckets that are delivered to, whether they can be used, and what became of their objects. */
@RestController
class BucketController {
    private final ObjectProvider<BucketViews> views;

    BucketController(ObjectProvider<BucketViews> views) {
        this.views = views;
    }

    @GetMapping("/api/buckets")
    List<BucketView> buckets() {
        return views.stream().flatMap(each -> each.all().stream()).toList();
    }
}
