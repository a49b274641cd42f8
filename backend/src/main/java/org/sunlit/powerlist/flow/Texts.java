package org.sunlit.powerlist.flow;

import java.util.regex.Pattern;

/** What every text of a flow must be, said once. */
final class Texts {
  /** Codes end up in URLs and as XML names in BPMN, so they are kept plain. */
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final int LONGEST_CODE = 60;
  private static final int LONGEST_TEXT = 500;

  private Texts() {}

  static void require(Object value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is required");
    }
  }

  static void requireText(String value, String field) {
    require(value, field);
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
    if (value.codePoints().anyMatch(Texts::isUnprintable)) {
      throw new IllegalArgumentException(field + " contains a control character");
    }
    if (value.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(field + " is longer than " + LONGEST_TEXT + " characters");
    }
  }

  /** Such characters can't be written in XML, so neither in a picture nor in BPMN. */
  private static boolean isUnprintable(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.SURROGATE
        || point == 0xFFFE
        || point == 0xFFFF;
  }

  static void requireTextOrNull(String value, String field) {
    if (value != null) {
      requireText(value, field);
    }
  }

  /** A code, behind those of the calls it is inside of (ADR 99). */
  static void requireStepId(String value, String field) {
    require(value, field);
    for (String part : value.split("\\.", -1)) {
      requireCode(part, field);
    }
  }

  static void requireCode(String value, String field) {
    require(value, field);
    if (value.length() > LONGEST_CODE || !CODE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          field + " must be lower-case words joined by hyphens, but is '" + value + "'");
    }
  }
}
