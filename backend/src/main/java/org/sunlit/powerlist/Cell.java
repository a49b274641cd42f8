package org.sunlit.powerlist;

import java.util.List;

/**
 * What a cell was understood as.
 *
 * @param value null when there is nothing, or when it is wrong
 * @param wrong a key of the {@code problems} bundles, or null when it is sound
 * @param args fill its text
 */
record Cell<T>(T value, String wrong, List<Object> args) {
  static <T> Cell<T> of(T value) {
    return new Cell<>(value, null, List.of());
  }

  static <T> Cell<T> wrong(String messageKey, Object... args) {
    return new Cell<>(null, messageKey, List.of(args));
  }
}
