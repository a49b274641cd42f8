package org.sunlit.calendar;

import java.util.Objects;

/**
 * An article of law a deadline rests on (依据). The Chinese is the law; the English is a help to
 * readers, empty where there is none.
 *
 * @param law the law's name, such as 中华人民共和国行政许可法
 * @param lawEn its English name
 * @param article the article, such as 第四十二条
 * @param articleEn the article in English, such as art. 42
 * @param text what it says
 * @param textEn what it says, in English
 */
public record LegalBasis(
    String law, String lawEn, String article, String articleEn, String text, String textEn) {
  public LegalBasis {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(lawEn, "lawEn");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(articleEn, "articleEn");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(textEn, "textEn");
  }

  /** An article without English. */
  public static LegalBasis of(String law, String article, String text) {
    return new LegalBasis(law, "", article, "", text, "");
  }

  /** How clerks cite it, such as 中华人民共和国行政许可法第四十五条. */
  public String citation() {
    return law + article;
  }

  /** How it is cited in English, such as Administrative Licence Law, art. 45. */
  public String citationEn() {
    return lawEn.isEmpty() ? citation() : lawEn + ", " + articleEn;
  }
}
