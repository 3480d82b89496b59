package standin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;

/** Why this exists: the program as bytes and back, as Jenkins does between any two steps. */
final class State {
    private State() {}

    static byte[] save(Program program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new Writer(bytes)) {
            writer.writeObject(program);
        }
        return bytes.toByteArray();
    }

    static Program restore(byte[] bytes, ClassLoader classes) throws IOException, ClassNotFoundException {
        try (Reader reader = new Reader(new ByteArrayInputStream(bytes), classes)) {
            return (Program) reader.readObject();
        }
    }

    /** What Jenkins saves in place of an exception that cannot be saved. */
    static final class ProxyException extends Exception {
        private ProxyException(Throwable original) {
            super(original.toString());
            setStackTrace(original.getStackTrace());
        }
    }

    private static final class Writer extends ObjectOutputStream {
        private Writer(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) {
            return object instanceof Throwable error && !canBeSaved(error) ? new ProxyException(error) : object;
        }

        private static boolean canBeSaved(Throwable error) {
            try (ObjectOutputStream trial = new ObjectOutputStream(OutputStream.nullOutputStream())) {
                trial.writeObject(error);
                return true;
            } catch (NotSerializableException no) {
                return false;
            } catch (IOException other) {
                throw new AssertionError(other);
            }
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final ClassLoader classes;

        private Reader(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(description);
            }
        }

        /** Groovy gives each compilation of a class another version; Jenkins' format has none. */
        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass read = super.readClassDescriptor();
            Class<?> here = resolveClass(read);
            ObjectStreamClass own = groovy.lang.GroovyObject.class.isAssignableFrom(here) ? ObjectStreamClass.lookup(here) : null;
            return own == null ? read : own;
        }
    }
}
