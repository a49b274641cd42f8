package org.sunlit.complaint.rules;

import java.util.List;

/**
 * Something complaints can be about 诉求分类.
 *
 * @param code two digits for each level
 * @param path its names from the first level down
 * @param inUse whether complaints can still be put into it
 */
public record Category(String code, List<String> path, boolean inUse) {
  /** Digits of a code for each level. */
  static final int DIGITS = 2;

  public Category {
    path = List.copyOf(path);
  }

  public String name() {
    return path.get(path.size() - 1);
  }

  /** The code of what it lies beneath; null on the first level. */
  public String parent() {
    return code.length() == DIGITS ? null : code.substring(0, code.length() - DIGITS);
  }

  /** The code of the first level it lies beneath. */
  public String group() {
    return group(code);
  }

  /** The code of the first level that one with this code lies beneath. */
  public static String group(String code) {
    return code.substring(0, DIGITS);
  }
}
