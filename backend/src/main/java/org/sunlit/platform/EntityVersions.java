package org.sunlit.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Versions as entity tags: {@code "7"}, so that nobody overwrites what they haven't seen. */
public final class EntityVersions {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

  private EntityVersions() {}

  /** The ETag of a version (RFC 9110 section 8.8.3). */
  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  /**
   * The version in an If-Match header.
   *
   * @throws Problem 428 without one, 412 for a tag that was never given out
   */
  public static int seen(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(ProblemType.PRECONDITION_REQUIRED);
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      // Never given out by this address, so it can't be the latest.
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    return Integer.parseInt(tag.group(1));
  }
}
