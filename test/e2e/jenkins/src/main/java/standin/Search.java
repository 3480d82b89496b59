package standin;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why this exists: looks in saved bytes for texts that must never be there, in every spelling that Java and people use. */
final class Search {
    /** Tokens of Vault and OpenBao, which nobody knows beforehand. */
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9.])(?:hv[sbr]|[sbr])\\.[A-Za-z0-9_-]{20,}");

    private final Map<String, String> patterns = new LinkedHashMap<>();

    Search(List<String> texts) throws IOException {
        for (String text : texts) {
            patterns.put(text + " as UTF-8", latin(text.getBytes(StandardCharsets.UTF_8)));
            patterns.put(text + " as Java writes a String", latin(modifiedUtf8(text)));
            patterns.put(text + " as Java writes chars", latin(text.getBytes(StandardCharsets.UTF_16BE)));
            patterns.put(text + " as UTF-16LE", latin(text.getBytes(StandardCharsets.UTF_16LE)));
            for (int shift = 0; shift < 3; shift++) {
                patterns.put(text + " in base64, shifted by " + shift, latin(base64(text, shift, Base64.getEncoder())));
                patterns.put(text + " in base64url, shifted by " + shift, latin(base64(text, shift, Base64.getUrlEncoder())));
            }
        }
    }

    /** What was found, such as `canary-x as UTF-8`. */
    TreeSet<String> in(byte[] bytes) {
        TreeSet<String> found = new TreeSet<>();
        String text = latin(bytes);
        patterns.forEach((what, pattern) -> {
            if (text.contains(pattern)) found.add(what);
        });
        for (String one : List.of(text, text.replace("\0", ""))) {
            Matcher tokens = TOKEN.matcher(one);
            while (tokens.find()) found.add("a token, " + tokens.group().substring(0, 6) + "…");
        }
        return found;
    }

    /** One character for each byte: texts are searched faster than arrays. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] modifiedUtf8(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataOutputStream(out).writeUTF(text);
        return Arrays.copyOfRange(out.toByteArray(), 2, out.size());
    }

    /** The part that does not depend on what stands before and after. */
    private static byte[] base64(String text, int shift, Base64.Encoder encoder) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int start = (shift * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return encoded.substring(start, end).getBytes(StandardCharsets.US_ASCII);
    }
}
