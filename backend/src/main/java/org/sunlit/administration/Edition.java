package org.sunlit.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of something that is kept as data and holds from a day on.
 *
 * @param code what it is a version of
 * @param version 1 for its first
 * @param effectiveFrom its first day; it holds until the next version's
 * @param publishedBy the account that published it
 * @param definition what it says
 */
public record Edition<T>(
    String code,
    int version,
    LocalDate effectiveFrom,
    Instant publishedAt,
    String publishedBy,
    T definition) {

  /** The number of the newest version; 0 where there is none yet. */
  public static <T> int newest(Optional<Edition<T>> before) {
    return before.map(Edition::version).orElse(0);
  }
}
