package org.sunlit.board;

/**
 * Text measured in the cells of a character display: one for a Latin letter, two for a Chinese
 * character.
 */
final class DisplayCells {

  private DisplayCells() {}

  /** Appends the text cut or padded with blanks to exactly that many cells. */
  static void appendFitted(StringBuilder line, String text, int cells) {
    int used = 0;
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      int width = width(character);
      if (used + width > cells) {
        break;
      }
      line.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
      used += width;
      index += Character.charCount(character);
    }
    line.append(" ".repeat(cells - used));
  }

  /** Two for what Unicode TR 11 calls wide or fullwidth, else one. */
  static int width(int character) {
    boolean wide =
        character >= 0x1100 && character <= 0x115F
            || character >= 0x2E80 && character <= 0xA4CF
            || character >= 0xAC00 && character <= 0xD7A3
            || character >= 0xF900 && character <= 0xFAFF
            || character >= 0xFE30 && character <= 0xFE6F
            || character >= 0xFF00 && character <= 0xFF60
            || character >= 0xFFE0 && character <= 0xFFE6
            || character >= 0x1F300 && character <= 0x1FAFF
            || character >= 0x20000 && character <= 0x3FFFD
            || character == 0x3000
            || character >= 0x2014
                && character <= 0x2026; // dashes and quotes are wide in Chinese type
    return wide ? 2 : 1;
  }
}
