package standin;

import java.io.Serializable;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why this exists: Java's iterators cannot be saved; Jenkins gives Groovy's `for` others, as a category. */
public final class Iterators {
    private Iterators() {}

    private static final class Saved<E> implements Iterator<E>, Serializable {
        private final List<E> list;
        private int next;

        private Saved(Collection<E> elements) {
            list = new ArrayList<>(elements);
        }

        @Override
        public boolean hasNext() {
            return next < list.size();
        }

        @Override
        public E next() {
            return list.get(next++);
        }
    }

    public static <E> Iterator<E> iterator(List<E> list) {
        return new Saved<>(list);
    }

    public static <E> Iterator<E> iterator(Set<E> set) {
        return new Saved<>(set);
    }

    public static <E> Iterator<E> iterator(E[] array) {
        return new Saved<>(List.of(array));
    }

    public static <K, V> Set<Map.Entry<K, V>> entrySet(Map<K, V> map) {
        Set<Map.Entry<K, V>> entries = new LinkedHashSet<>();
        map.forEach((key, value) -> entries.add(new SimpleImmutableEntry<>(key, value)));
        return entries;
    }

    public static <K> Set<K> keySet(Map<K, ?> map) {
        return new LinkedHashSet<>(map.keySet());
    }

    public static <V> Collection<V> values(Map<?, V> map) {
        return new ArrayList<>(map.values());
    }
}
