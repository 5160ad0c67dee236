package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A small box in memory, for reading and rebuilding. Byte arrays are shared, not copied: do not change them. */
public sealed interface Box permits Box.Leaf, Box.Container {

    /** Four-character code. */
    String type();

    /** Bytes of the whole box, its header included. */
    int size();

    /** Appends the whole box. */
    void writeTo(ByteBuffer out);

    /** The whole box as bytes. */
    default byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(size());
        writeTo(out);
        return out.array();
    }

    /**
     * The boxes that follow each other in {@code bytes}.
     *
     * @throws Mp4Exception if they do not fill it exactly, or are nested or numerous beyond reason
     */
    static List<Box> parse(byte[] bytes) {
        return new BoxParser().boxes(ByteBuffer.wrap(bytes), "", 0);
    }

    private static void writeHeader(ByteBuffer out, Box box) {
        out.putInt(box.size()).put(box.type().getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * A box whose inside is not looked into.
     *
     * @param body everything after size and type; a full box's version and flags included
     */
    record Leaf(String type, byte[] body) implements Box {
        @Override
        public int size() {
            return 8 + body.length;
        }

        @Override
        public void writeTo(ByteBuffer out) {
            writeHeader(out, this);
            out.put(body);
        }

        /** A view of the body for reading, at its start. */
        ByteBuffer reader() {
            return ByteBuffer.wrap(body).asReadOnlyBuffer();
        }

        /** Bits of the body's first byte: a full box's version. */
        int version() {
            return body.length == 0 ? 0 : body[0];
        }

        /** A copy with a changed body. */
        Leaf edited(java.util.function.Consumer<ByteBuffer> change) {
            byte[] copy = body.clone();
            change.accept(ByteBuffer.wrap(copy));
            return new Leaf(type, copy);
        }
    }

    /**
     * A box of boxes.
     *
     * @param head what stands before the first child (a sample entry's fields, for one); mostly empty
     */
    record Container(String type, byte[] head, List<Box> children) implements Box {
        public Container {
            children = List.copyOf(children);
        }

        Container(String type, List<Box> children) {
            this(type, new byte[0], children);
        }

        @Override
        public int size() {
            return 8 + head.length + children.stream().mapToInt(Box::size).sum();
        }

        @Override
        public void writeTo(ByteBuffer out) {
            writeHeader(out, this);
            out.put(head);
            children.forEach(child -> child.writeTo(out));
        }

        /** The first child of that type. */
        Optional<Box> find(String childType) {
            return children.stream()
                    .filter(child -> child.type().equals(childType))
                    .findFirst();
        }

        /** The container that the path of types leads to; refused if it is not there. */
        Container container(String... path) {
            Container here = this;
            for (String step : path) {
                here = (Container) here.find(step)
                        .filter(Container.class::isInstance)
                        .orElseThrow(() -> Mp4Exception.malformed("There is no %s box in %s", step, type));
            }
            return here;
        }

        /** The leaf of that type; refused if it is not there. */
        Leaf leaf(String childType) {
            return (Leaf) find(childType)
                    .filter(Leaf.class::isInstance)
                    .orElseThrow(() -> Mp4Exception.malformed("There is no %s box in %s", childType, type));
        }

        /** A copy without the children of that type, at any depth. */
        Container without(String childType) {
            List<Box> kept = new ArrayList<>();
            for (Box child : children) {
                if (!child.type().equals(childType)) {
                    kept.add(child instanceof Container inner ? inner.without(childType) : child);
                }
            }
            return new Container(type, head, kept);
        }

        /** A copy in which the container that the path leads to is another one. */
        Container changing(List<String> path, UnaryOperator<Container> change) {
            if (path.isEmpty()) {
                return change.apply(this);
            }
            Container inner = container(path.get(0));
            Container changed = inner.changing(path.subList(1, path.size()), change);
            return new Container(
                    type,
                    head,
                    children.stream()
                            .map(child -> child == inner ? changed : child)
                            .toList());
        }

        /** A copy without the children of those types, and with others behind the rest. */
        Container with(Set<String> replaced, List<Box> others) {
            List<Box> all = new ArrayList<>(children);
            all.removeIf(child -> replaced.contains(child.type()));
            all.addAll(others);
            return new Container(type, head, all);
        }

        /** A copy with every leaf of that type, at any depth, replaced. */
        Container replacing(String leafType, UnaryOperator<Leaf> change) {
            return new Container(
                    type,
                    head,
                    children.stream()
                            .map(child -> replaced(child, leafType, change))
                            .toList());
        }

        private static Box replaced(Box child, String leafType, UnaryOperator<Leaf> change) {
            if (child instanceof Container inner) {
                return inner.replacing(leafType, change);
            }
            return child instanceof Leaf leaf && leaf.type().equals(leafType) ? change.apply(leaf) : child;
        }
    }
}
