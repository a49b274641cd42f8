package org.sunlit.promise.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that happened to a promise. A promise is the fold of its events and of nothing else;
 * they are only ever added.
 *
 * @param number 1 for the signature, then one more each; also the version of the promise after it
 * @param at when, never before the event before it
 * @param account who did it; null for the applicant, and for what happens by itself
 * @param pieces codes of what it happened to
 * @param days for an extension, by how many days, in each piece's own unit
 * @param said why, in somebody's words; kept apart from the rest; null when nothing was said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PromiseEvent(
    int number,
    PromiseEventKind kind,
    Instant at,
    String account,
    List<String> pieces,
    Integer days,
    String said) {
  public PromiseEvent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    pieces = pieces == null ? List.of() : List.copyOf(pieces);
  }

  /** The same without anybody's words. */
  public PromiseEvent wordless() {
    return saying(null);
  }

  /** The same with these words. */
  public PromiseEvent saying(String words) {
    return new PromiseEvent(number, kind, at, account, pieces, days, words);
  }
}
