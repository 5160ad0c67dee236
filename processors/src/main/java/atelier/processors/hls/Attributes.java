package atelier.processors.hls;

import java.util.ArrayList;
import java.util.List;

/** An attribute list of a tag: RFC 8216bis, 4.2. Whatever is put in, the result is one line and well formed. */
final class Attributes {
    private final List<String> list = new ArrayList<>();

    /** A number, a resolution, or one of the words that the standard lists. */
    Attributes plain(String name, Object value) {
        list.add(name + "=" + value);
        return this;
    }

    /** Text; quotation marks and line ends, which have no escape, become their nearest kin. */
    Attributes quoted(String name, String value) {
        list.add(name + "=\"" + value.replace('"', '\'').replaceAll("\\p{Cntrl}", " ") + "\"");
        return this;
    }

    /** An address. */
    Attributes uri(String name, String value) {
        return quoted(name, Uris.safe(value));
    }

    Attributes yesNo(String name, boolean value) {
        return plain(name, value ? "YES" : "NO");
    }

    @Override
    public String toString() {
        return String.join(",", list);
    }
}
