package org.sunlit.powerlist.search;

/** The pinyin initials of a Chinese text, for codes people can guess. */
public final class PinyinInitials {
  private PinyinInitials() {}

  /** Lower-case letters; empty when nothing in the text can be read. */
  public static String of(String text) {
    return Pinyin.initials(Pinyin.readable(NormalText.squeeze(text)));
  }
}
