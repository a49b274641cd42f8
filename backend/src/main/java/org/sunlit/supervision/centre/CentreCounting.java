package org.sunlit.supervision.centre;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.journal.JournalFollower;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedEvent;
import org.sunlit.journal.SubjectKind;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.Happenings;
import org.sunlit.supervision.centre.CentreStore.FactRow;
import org.sunlit.supervision.centre.CentreStore.OpenRow;
import org.sunlit.supervision.centre.rules.Counted;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.Told;
import org.sunlit.supervision.work.rules.CaseFacts;

/**
 * Follows the journal and keeps what the centre shows of cases: those that are open, and what
 * counts of each event; and tells of the cards that were issued. What it writes of cases depends on
 * the journal and the calendar of that day alone.
 */
@Singleton
class CentreCounting extends JournalFollower {
  static final String NAME = "supervision.centre";
  private static final Logger LOG = Logger.getLogger(CentreCounting.class);
  private static final String CARD_ISSUED = "card.issued";

  private final CentreStore store;
  private final NewsStore news;
  private final CalendarService calendars;

  CentreCounting(
      Pool pool, Vertx vertx, CentreStore store, NewsStore news, CalendarService calendars) {
    super(NAME, pool, vertx);
    this.store = store;
    this.news = news;
    this.calendars = calendars;
  }

  void start(@Observes @Priority(20) StartupEvent event, JournalStream stream) {
    follow(stream);
  }

  @Override
  protected Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events) {
    List<PlacedEvent> ofCases =
        events.stream()
            .filter(event -> event.subjectKind() == SubjectKind.CASE)
            .filter(event -> event.kind().startsWith("case."))
            .toList();
    List<String> cards =
        events.stream()
            .filter(event -> event.kind().equals(CARD_ISSUED))
            .map(PlacedEvent::subjectId)
            .toList();
    return count(connection, ofCases).chain(() -> news.tellOfCards(connection, cards));
  }

  private Uni<Void> count(SqlConnection connection, List<PlacedEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<String> numbers = events.stream().map(PlacedEvent::subjectId).collect(Collectors.toSet());
    return store
        .open(connection, numbers)
        .chain(known -> store.write(connection, numbers, counted(known, events)));
  }

  private CentreStore.Changes counted(Map<String, CaseFacts> known, List<PlacedEvent> events) {
    CaseClock clock = new CaseClock(calendars.current(), LimitUnit.WORKING_DAYS);
    Map<String, OpenRow> open = new HashMap<>();
    Map<String, CaseFacts> now = new HashMap<>(known);
    Set<String> untouched = new HashSet<>(known.keySet());
    List<FactRow> facts = new ArrayList<>();
    for (PlacedEvent event : events) {
      try {
        String number = event.subjectId();
        Happening happening = Happenings.of(event);
        if (complete(happening.told())) {
          Counted counted = Counted.of(happening, Optional.ofNullable(now.get(number)), clock);
          untouched.remove(number);
          counted.fact().ifPresent(fact -> facts.add(FactRow.of(happening, fact)));
          now.remove(number);
          open.remove(number);
          counted
              .open()
              .ifPresent(
                  course -> {
                    now.put(number, course);
                    open.put(number, OpenRow.of(happening.told(), course));
                  });
        }
      } catch (RuntimeException unreadable) {
        // One event that can't be read must not keep all others from being counted.
        LOG.errorf(unreadable, "Event %d of the journal could not be counted", event.place());
      }
    }
    return new CentreStore.Changes(List.copyOf(open.values()), untouched, facts);
  }

  /** Whether it tells enough to be counted: what is of another room doesn't. */
  private static boolean complete(Told told) {
    return Stream.of(
            told.state(),
            told.itemCode(),
            told.departmentCode(),
            told.regionCode(),
            told.handling())
        .allMatch(Objects::nonNull);
  }
}
