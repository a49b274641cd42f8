package org.sunlit.charge.rules;

import java.util.List;

/**
 * Something that is wrong with what was sent.
 *
 * @param pointer where, as a JSON pointer
 * @param key of its text in the problem bundles
 * @param arguments what fills the text
 */
public record Fault(String pointer, String key, List<Object> arguments) {
  static Fault of(String pointer, String key, Object... arguments) {
    return new Fault(pointer, key, List.of(arguments));
  }
}
