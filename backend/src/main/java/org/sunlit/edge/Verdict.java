package org.sunlit.edge;

/**
 * Whether a call may be made.
 *
 * @param policy the name of the limit that decided, such as {@code read}
 * @param limit how many there are in a window
 * @param windowSeconds how long the window is
 * @param remaining how many are left now
 * @param waitSeconds until the next may be made, when this one may not
 */
public record Verdict(
    boolean allowed,
    String policy,
    long limit,
    long windowSeconds,
    long remaining,
    long waitSeconds) {

  /** The limit, as a client may know it (draft-ietf-httpapi-ratelimit-headers). */
  String policyHeader() {
    return '"' + policy + "\";q=" + limit + ";w=" + windowSeconds;
  }

  /** What is left of it. */
  String remainingHeader() {
    return '"' + policy + "\";r=" + remaining + ";t=" + waitSeconds;
  }
}
