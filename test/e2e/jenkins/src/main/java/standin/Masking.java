package standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why this exists: credentials-binding masks what withCredentials binds, line by line, by patterns of several spellings.
 * A value of several lines is never found, as there (SecretPatterns and the factories beside it).
 */
final class Masking {
    private Masking() {}

    static String apply(String line, Collection<String> secrets) {
        String pattern = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .flatMap(secret -> forms(secret).stream())
                .filter(form -> form.length() >= 3)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return pattern.isEmpty() ? line : line.replaceAll(pattern, "****");
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>(Set.of(secret));
        String inQuotes = secret.replace("'", "'\\''");
        forms.add(inQuotes);
        forms.add("'" + inQuotes + "'");
        forms.add(secret.replaceAll("'+", "'\"$0\"'"));
        forms.add(secret.replaceAll("\\\\(\\\\?)", "$1"));
        forms.add(secret.replace("$", "$$"));
        for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()})
            for (String shift : new String[] {"", "a", "aa"}) {
                String text = encoder.encodeToString((shift + secret).getBytes(StandardCharsets.UTF_8)).substring(2 * shift.length());
                forms.add(text);
                forms.add(text.replaceAll("[^=]=+$", ""));
            }
        return forms;
    }
}
