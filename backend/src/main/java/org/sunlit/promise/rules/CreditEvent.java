package org.sunlit.promise.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Something that happened to a credit entry; they are only ever added.
 *
 * @param number 1 for the entry itself; also its version after it
 * @param account who did it; null for its person, and for what happens by itself
 * @param day for the entry the last day of its period, for a request the day it is to be answered
 *     by; null otherwise
 * @param said why, in somebody's words; kept apart from the rest; null when nothing was said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditEvent(
    int number, CreditEventKind kind, Instant at, String account, LocalDate day, String said) {
  public CreditEvent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
  }

  /** The same without anybody's words. */
  public CreditEvent wordless() {
    return saying(null);
  }

  /** The same with these words. */
  public CreditEvent saying(String words) {
    return new CreditEvent(number, kind, at, account, day, words);
  }
}
