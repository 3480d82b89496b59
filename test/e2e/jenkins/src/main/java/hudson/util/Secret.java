package hudson.util;

import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Why this exists: Jenkins keeps what withCredentials binds, and a password parameter, as an encrypted text in the saved
 * state. In memory, and for a careless toString(), it is plain.
 */
public final class Secret implements Serializable {
    private static final SecretKeySpec KEY = new SecretKeySpec("key of the stand".getBytes(StandardCharsets.US_ASCII), "AES");
    private transient String plain;

    public Secret(String plain) {
        this.plain = plain;
    }

    public String getPlainText() {
        return plain;
    }

    @Override
    public String toString() {
        return plain;
    }

    private void writeObject(ObjectOutputStream out) throws Exception {
        out.writeObject(Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain.getBytes(StandardCharsets.UTF_8))));
    }

    private void readObject(ObjectInputStream in) throws Exception {
        byte[] sealed = Base64.getDecoder().decode((String) in.readObject());
        plain = new String(cipher(Cipher.DECRYPT_MODE).doFinal(sealed), StandardCharsets.UTF_8);
    }

    private static Cipher cipher(int mode) throws Exception {
        Cipher cipher = Cipher.getInstance("AES");
        cipher.init(mode, KEY);
        return cipher;
    }
}
