package atelier.processors.ladder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A language as files name it (ISO 639-2, or a tag already) and as playlists want it: a tag of RFC 5646, as short as can be. */
public final class Language {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final Map<String, String> SHORT = shortest();

    private final String tag;

    private Language(String tag) {
        this.tag = tag;
    }

    /** @param declared what a file says; none where that is no language, or that it is not known which */
    public static Optional<Language> of(String declared) {
        String[] parts = declared.strip().replace('_', '-').split("-", 2);
        String first = parts[0].toLowerCase(Locale.ROOT);
        String tag = SHORT.getOrDefault(first, first) + (parts.length > 1 ? "-" + parts[1] : "");
        return Optional.of(tag)
                .filter(each -> TAG.matcher(each).matches())
                .map(each -> Locale.forLanguageTag(each).toLanguageTag())
                .filter(each -> !each.startsWith("und") && isKnown(each))
                .map(Language::new);
    }

    /** Its tag: {@code de}, {@code pt-BR}. */
    public String tag() {
        return tag;
    }

    /** What those who speak it call it: {@code Deutsch}. */
    public String ownName() {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayName(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private static boolean isKnown(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
    }

    /** Two letters for three. For some languages ISO 639-2 has two codes; the bibliographic ones Java does not know. */
    private static Map<String, String> shortest() {
        Map<String, String> codes = new HashMap<>(Map.ofEntries(
                Map.entry("alb", "sq"),
                Map.entry("arm", "hy"),
                Map.entry("baq", "eu"),
                Map.entry("bur", "my"),
                Map.entry("chi", "zh"),
                Map.entry("cze", "cs"),
                Map.entry("dut", "nl"),
                Map.entry("fre", "fr"),
                Map.entry("geo", "ka"),
                Map.entry("ger", "de"),
                Map.entry("gre", "el"),
                Map.entry("ice", "is"),
                Map.entry("mac", "mk"),
                Map.entry("mao", "mi"),
                Map.entry("may", "ms"),
                Map.entry("per", "fa"),
                Map.entry("rum", "ro"),
                Map.entry("slo", "sk"),
                Map.entry("tib", "bo"),
                Map.entry("wel", "cy")));
        Arrays.stream(Locale.getISOLanguages())
                .forEach(two -> codes.put(Locale.forLanguageTag(two).getISO3Language(), two));
        return Map.copyOf(codes);
    }
}
