package org.sunlit.numbers;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Shared;

/** Asks every room what it counts; many who ask at once cause one count. */
@ApplicationScoped
class CityNumbers {
  /** What happened today, and what is so now. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  /** What happened until yesterday, of which little changes any more, such as late answers. */
  private static final Duration SETTLED = Duration.ofMinutes(5);

  /** What was counted until a day, which no longer counts once the next has begun. */
  private record Counted(LocalDate day, List<CityNumber> numbers) {}

  private final List<NumberSource> sources;
  private final Clock clock;
  private final Uni<NumberTable> table;
  private final Uni<Counted> before;

  CityNumbers(@All List<NumberSource> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
    this.before =
        Shared.every(
            SETTLED,
            () -> {
              LocalDate day = day();
              return ask(source -> source.count(NumberTable.first(day), day.minusDays(1)))
                  .map(numbers -> new Counted(day, numbers));
            });
    this.table = Shared.every(FRESH, this::count);
  }

  /** At most a quarter of a minute old; of what happened before today five minutes. */
  Uni<NumberTable> table() {
    return table;
  }

  private Uni<NumberTable> count() {
    Instant asOf = clock.instant();
    LocalDate today = day();
    return Uni.combine()
        .all()
        .unis(ask(NumberSource::now), until(today), ask(source -> source.count(today, today)))
        .with((now, earlier, later) -> NumberTable.of(asOf, now, earlier, later));
  }

  private Uni<List<CityNumber>> until(LocalDate today) {
    return before.chain(
        counted ->
            counted.day().equals(today)
                ? Uni.createFrom().item(counted.numbers())
                : ask(source -> source.count(NumberTable.first(today), today.minusDays(1))));
  }

  /** One room after the other: nobody waits for these numbers as for a case. */
  private Uni<List<CityNumber>> ask(Function<NumberSource, Uni<List<CityNumber>>> question) {
    return Uni.join()
        .all(sources.stream().map(question).toList())
        .usingConcurrencyOf(1)
        .andFailFast()
        .map(each -> each.stream().flatMap(List::stream).toList());
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }
}
