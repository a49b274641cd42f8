package org.sunlit.problem;

/** How large a body may be. A feature may allow less. */
public final class BodyLimits {
  private static final long MEGABYTE = 1024L * 1024;

  /** JSON, in bytes. */
  public static final long JSON = MEGABYTE;

  /** Anything else, in bytes; equal to {@code quarkus.http.limits.max-body-size}. */
  public static final long LARGEST = 32 * MEGABYTE;

  static final String LARGEST_TEXT = "32 MB";

  private BodyLimits() {}

  /** A limit in words, such as {@code 32 MB}. */
  public static String text(long bytes) {
    return bytes / MEGABYTE + " MB";
  }
}
