package org.sunlit.document.rules;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of documents (发文字号, GB/T 9704—2012 7.2.5): the unit's own word, the kind's mark, the year
 * in six-cornered brackets and a running number without leading zero, such as 晴市监准〔2026〕12号.
 */
public final class DocumentNumbers {
  private static final Pattern SHAPE =
      Pattern.compile("([^\\s〔〕\\[\\]()【】]{2,20})[〔\\[(【](\\d{4})[〕\\])】]第?0*([1-9]\\d{0,8})号?");

  private DocumentNumbers() {}

  /**
   * A document's number.
   *
   * @param prefix the unit's word (机关代字)
   * @param running 1 for the first of its kind in the year
   */
  public static String of(String prefix, DocumentKind kind, int year, int running) {
    return prefix + kind.mark() + '〔' + year + '〕' + running + '号';
  }

  /**
   * The number somebody typed, as it is written: other brackets, spaces, full-width digits, a 第 and
   * a missing 号 are forgiven. Empty when it can't be the number of any document.
   */
  public static Optional<String> read(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    Matcher shape = SHAPE.matcher(plain);
    return shape.matches()
        ? Optional.of(shape.group(1) + '〔' + shape.group(2) + '〕' + shape.group(3) + '号')
        : Optional.empty();
  }
}
