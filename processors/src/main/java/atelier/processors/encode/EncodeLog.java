package atelier.processors.encode;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.MDC;

/**
 * What is logged while an output is made says which: structured logs have that as fields.
 *
 * @param fields that are there until it is closed
 */
record EncodeLog(List<MDC.MDCCloseable> fields) implements AutoCloseable {
    static EncodeLog of(EncodeJob job) {
        return new EncodeLog(Stream.concat(
                        Stream.of(MDC.putCloseable("artwork", job.slug()), MDC.putCloseable("rendition", job.name())),
                        job.chunk().stream().map(chunk -> MDC.putCloseable("chunk", Integer.toString(chunk.number()))))
                .toList());
    }

    @Override
    public void close() {
        fields.forEach(MDC.MDCCloseable::close);
    }
}
