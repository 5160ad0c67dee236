package atelier.routes.steps;

import atelier.processors.bucket.FetchStep;
import atelier.processors.work.FetchEngine;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Objects are fetched through the routes, on the thread that claimed them: what fails there comes out here as it was thrown. */
@Component
@ConditionalOnProperty("atelier.buckets[0].name")
class CamelFetchSteps implements FetchEngine.Steps {
    private final ProducerTemplate routes;
    private final ObjectProvider<FetchStep> fetchStep;

    CamelFetchSteps(@Lazy ProducerTemplate routes, ObjectProvider<FetchStep> fetchStep) {
        this.routes = routes;
        this.fetchStep = fetchStep;
    }

    @Override
    public void fetch(long objectId) {
        try {
            routes.sendBody("direct:fetch", objectId);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void fetchFailed(long objectId, Throwable cause) {
        fetchStep.getObject().giveUp(objectId, cause).ifPresent(artwork -> routes.sendBody("direct:changed", artwork));
    }
}
