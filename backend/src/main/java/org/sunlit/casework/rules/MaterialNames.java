package org.sunlit.casework.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two departments mean the same paper. The lists of materials are theirs, so it is read
 * from the names: brackets at the end and words for the form (副本, 复印件 …) say nothing of what it is,
 * and “A 或者 B” asks for either. Anything else that differs is another paper. Pure.
 */
final class MaterialNames {
  private static final Pattern EITHER = Pattern.compile("或者|或");
  private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)$");
  private static final Pattern FORM = Pattern.compile("(正本|副本|正副本|原件|复印件|扫描件|电子件|电子证照)$");

  /** What is written for one application and signed for it alone. */
  private static final Pattern ONCE = Pattern.compile("(申请|申报|申领|登记|审批)(书|表)|申请登记表|承诺书?|委托书|授权书");

  private MaterialNames() {}

  /** Whether what is held is what is wanted, or one of what is wanted. */
  static boolean same(String wanted, String held) {
    Set<String> either = either(held);
    return !either.isEmpty() && either(wanted).containsAll(either);
  }

  /** Whether it speaks of one application only, so that an earlier one's is of no use. */
  static boolean onceOnly(String name) {
    return ONCE.matcher(plain(name)).find();
  }

  private static Set<String> either(String name) {
    return Arrays.stream(EITHER.split(plain(name)))
        .map(MaterialNames::bare)
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s“”\"《》]+", "");
  }

  private static String bare(String name) {
    String shorter = FORM.matcher(REMARK.matcher(name).replaceFirst("")).replaceFirst("");
    return shorter.equals(name) ? name : bare(shorter);
  }
}
