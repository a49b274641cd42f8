package org.sunlit.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody's part in a post.
 *
 * @param part {@code A}, or {@code B} who takes over while every A is away (AB岗, C9)
 * @param held from when until when
 * @param away shut out of the system, so not there whatever the absences say
 */
public record Holder(
    UUID id,
    String account,
    String name,
    String nameEn,
    String part,
    Span held,
    boolean away,
    List<Span> absences) {

  public Holder {
    absences = List.copyOf(absences);
  }

  /** Whether it is A. */
  public boolean first() {
    return part.equals("A");
  }

  /** Whether they are away at this moment. */
  public boolean absentAt(Instant moment) {
    return away || absences.stream().anyMatch(absence -> absence.covers(moment));
  }

  /** The moments at which their part or an absence of theirs begins or ends. */
  Stream<Instant> bounds() {
    return Stream.concat(held.bounds(), absences.stream().flatMap(Span::bounds));
  }
}
