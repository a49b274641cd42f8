package org.sunlit.powerlist.flow;

/** The two languages every flowchart can be read in. */
public enum FlowLanguage {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  FlowLanguage(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, for {@code xml:lang} and the like. */
  public String tag() {
    return tag;
  }

  /** English for any tag of English, Chinese for everything else. */
  public static FlowLanguage of(String languageTag) {
    return languageTag != null && languageTag.toLowerCase(java.util.Locale.ROOT).startsWith("en")
        ? EN
        : ZH;
  }

  /** The text in this language; the Chinese one where there is no other. */
  public String pick(String zh, String en) {
    return this == EN && en != null && !en.isBlank() ? en : zh;
  }
}
