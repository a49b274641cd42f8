package org.sunlit.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;

/**
 * A chief representative's letter of authority 首席代表授权书 (B27): what may be done in the window that
 * else belongs to another post, in one department.
 *
 * @param acts {@code accept}, {@code decide}, {@code seal}
 * @param items codes of the items it is for; empty for all of the department
 * @param from the first day
 * @param until the last day
 * @param revokedAt null while it hasn't been
 */
public record Letter(
    String documentNumber,
    String department,
    Set<String> acts,
    Set<String> items,
    LocalDate from,
    LocalDate until,
    Instant revokedAt) {

  /** Which post an act belongs to where nobody is authorised. */
  private static final Map<String, String> POSTS =
      Map.of("accept", "window", "decide", "approver", "seal", "issuer");

  public Letter {
    acts = Set.copyOf(acts);
    items = Set.copyOf(items);
  }

  /** Whether it is in force at this moment, which lies on this day. */
  boolean inForce(Instant moment, LocalDate day) {
    return !day.isBefore(from)
        && !day.isAfter(until)
        && (revokedAt == null || moment.isBefore(revokedAt));
  }

  /** The moments at which it comes into force and goes out of it. */
  Stream<Instant> bounds() {
    return Stream.of(start(from), start(until.plusDays(1)), Optional.ofNullable(revokedAt))
        .flatMap(Optional::stream);
  }

  private static Optional<Instant> start(LocalDate day) {
    return Optional.of(day.atStartOfDay(CityTime.ZONE).toInstant());
  }

  /** The posts it lets its bearer act in. */
  Stream<HeldPost> posts() {
    return acts.stream()
        .map(act -> new HeldPost(POSTS.get(act), department, null, null, null, null, this));
  }
}
