package atelier.processors.sources;

import atelier.processors.index.CodedPacket;
import java.util.function.Consumer;

/** Notes where the packets of an input's chunks are, while it is read. For one thread. */
public interface ReadingLog extends Consumer<CodedPacket> {
    /** A chunk is known: all its packets have come. To be called before anybody hears of it. */
    void chunk(int number);
}
