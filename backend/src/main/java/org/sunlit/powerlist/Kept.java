package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sunlit.platform.Shared;

/**
 * Documents that are dear to make and never change: made once, also when many ask at the same time,
 * and kept until there are too many.
 */
final class Kept<K> {
  /** Some 10 KB each. */
  private static final int MOST = 2_000;

  /**
   * A document.
   *
   * @param entityTag of this very text (RFC 9110 section 8.8.3), so a better drawing in a later
   *     release is a new document
   */
  record Document(String text, String entityTag) {
    static Document of(String text) {
      return new Document(text, "\"" + ItemJson.hash(text).substring(0, 32) + "\"");
    }
  }

  private final Map<K, Uni<Document>> documents = new ConcurrentHashMap<>();

  Uni<Document> get(K key, Supplier<Uni<String>> make) {
    Uni<Document> known = documents.get(key);
    if (known != null) {
      return known;
    }
    if (documents.size() >= MOST) {
      documents.clear();
    }
    return documents.computeIfAbsent(
        key, ignored -> Shared.once(() -> make.get().map(Document::of)));
  }
}
