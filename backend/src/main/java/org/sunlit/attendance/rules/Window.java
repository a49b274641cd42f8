package org.sunlit.attendance.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.identity.Holder;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Span;
import org.sunlit.place.rules.Hours;
import org.sunlit.platform.CityTime;

/**
 * A window and who was to be at it: A, or B when A is away (AB岗, C9).
 *
 * @param hours when its place is open on the day
 * @param signs of the day, in their order, by account
 */
public record Window(Posting posting, Hours hours, Map<String, List<Sign>> signs) {

  /**
   * A time in its hours in which nobody was there.
   *
   * @param account who was to be there; null where nobody alone was
   */
  public record Gap(Instant since, int minutes, String account) {}

  /** The gap at this moment; empty while it is closed, vacant, or somebody is there. */
  public Optional<Gap> gap(Instant now) {
    boolean held = posting.holders().stream().anyMatch(holder -> holder.held().covers(now));
    List<String> wanted = posting.actingAt(now).stream().map(Holder::account).toList();
    if (!held || wanted.stream().anyMatch(this::there)) {
      return Optional.empty();
    }
    return open(now)
        .map(
            span -> {
              Instant since =
                  wanted.stream()
                      .flatMap(who -> left(who).stream())
                      .filter(out -> out.isAfter(span.from()))
                      .max(Instant::compareTo)
                      .orElse(span.from());
              return new Gap(
                  since,
                  (int) Duration.between(since, now).toMinutes(),
                  wanted.size() == 1 ? wanted.get(0) : null);
            });
  }

  /** The stretch of its hours that this moment lies in. */
  private Optional<Span> open(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, CityTime.ZONE);
    return hours.spans().stream()
        .map(
            span ->
                new Span(
                    day.atTime(span.from()).atZone(CityTime.ZONE).toInstant(),
                    day.atTime(span.until()).atZone(CityTime.ZONE).toInstant()))
        .filter(span -> span.covers(now))
        .findFirst();
  }

  private boolean there(String account) {
    return last(account).filter(sign -> sign.kind() == SignKind.IN).isPresent();
  }

  private Optional<Instant> left(String account) {
    return last(account).filter(sign -> sign.kind() == SignKind.OUT).map(Sign::at);
  }

  private Optional<Sign> last(String account) {
    List<Sign> all = signs.getOrDefault(account, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
