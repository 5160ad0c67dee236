package atelier.routes.steps;

import atelier.processors.batch.BatchStep;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Inputs;
import atelier.processors.encode.EncodeStep;
import atelier.processors.encode.OutputListener;
import atelier.processors.plan.ReadStep;
import atelier.processors.work.Claim;
import atelier.processors.work.JobSteps;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Jobs run through the routes, on the thread that claimed them: what fails there comes out here as it was thrown. */
@Component
class CamelJobSteps implements JobSteps, OutputListener {
    private final ProducerTemplate routes;
    private final ObjectProvider<ReadStep> readStep;
    private final ObjectProvider<EncodeStep> encodeStep;
    private final ObjectProvider<BatchStep> batchStep;
    private final Artworks artworks;
    private final Inputs inputs;

    CamelJobSteps(
            @Lazy ProducerTemplate routes,
            ObjectProvider<ReadStep> readStep,
            ObjectProvider<EncodeStep> encodeStep,
            ObjectProvider<BatchStep> batchStep,
            Artworks artworks,
            Inputs inputs) {
        this.routes = routes;
        this.readStep = readStep;
        this.encodeStep = encodeStep;
        this.batchStep = batchStep;
        this.artworks = artworks;
        this.inputs = inputs;
    }

    @Override
    public void read(long inputId) {
        // Until the job ends, structured logs have it as a field.
        inputs.find(inputId)
                .flatMap(input -> artworks.find(input.artworkId()))
                .map(Artwork::slug)
                .ifPresent(slug -> MDC.put("artwork", slug));
        send("direct:read", inputId);
    }

    @Override
    public void encode(Claim claim) {
        send("direct:encode", claim);
    }

    @Override
    public void batch(long batchId) {
        send("direct:batch", batchId);
    }

    @Override
    public void batchFailed(long batchId, Throwable cause) {
        batchStep.getObject().giveUp(batchId, cause);
    }

    @Override
    public void readFailed(long inputId, Throwable cause) {
        readStep.getObject().giveUp(inputId, cause);
    }

    @Override
    public void encodeFailed(String fingerprint, Throwable cause) {
        encodeStep.getObject().giveUp(fingerprint, cause);
        artworks.wantPublishing(fingerprint);
        grown(fingerprint);
    }

    @Override
    public void grown(String fingerprint) {
        artworks.needing(fingerprint).forEach(artwork -> send("direct:publish", artwork));
    }

    private void send(String route, Object body) {
        try {
            routes.sendBody(route, body);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
