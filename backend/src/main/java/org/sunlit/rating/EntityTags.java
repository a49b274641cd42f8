package org.sunlit.rating;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The version last seen, as If-Match says it. */
final class EntityTags {
  private static final Pattern FORM = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

  private EntityTags() {}

  /**
   * The version.
   *
   * @throws Problem 428 without one, 412 for one that was never told
   */
  static int version(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(ProblemType.PRECONDITION_REQUIRED);
    }
    Matcher tag = FORM.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    return Integer.parseInt(tag.group(1));
  }
}
