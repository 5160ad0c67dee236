package atelier.processors.sources;

import atelier.processors.index.CodedPacket;
import java.util.ArrayList;
import java.util.List;

/** Notes an input's packets with each chunk that is known. */
final class NotedReading implements ReadingLog {
    private final InputObjects objects;
    private final long input;
    private final List<NotedPacket> packets = new ArrayList<>();

    NotedReading(InputObjects objects, long input) {
        this.objects = objects;
        this.input = input;
    }

    @Override
    public void accept(CodedPacket packet) {
        packets.add(NotedPacket.of(packet));
    }

    @Override
    public void chunk(int number) {
        objects.note(input, number, packets);
        packets.clear();
    }
}
