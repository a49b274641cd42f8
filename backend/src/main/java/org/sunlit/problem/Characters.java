package org.sunlit.problem;

/**
 * Characters that no text of Sunlit may have: NUL, which PostgreSQL can't store, and halves of
 * surrogate pairs, which are no characters at all and can't be sent on as UTF-8.
 */
final class Characters {
  static final int NONE = -1;

  private Characters() {}

  /** Index of the first forbidden character; {@link #NONE} when there is none. */
  static int firstForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0) {
        return i;
      }
      if (Character.isSurrogate(character)) {
        boolean pair =
            Character.isHighSurrogate(character)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return NONE;
  }
}
