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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.journal.JournalFollower;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedEvent;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.StoredJson;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.centre.CentreStore.FactRow;
import org.sunlit.supervision.centre.CentreStore.OpenRow;
import org.sunlit.supervision.centre.rules.CaseTold;
import org.sunlit.supervision.centre.rules.Counted;
import org.sunlit.supervision.centre.rules.OpenCase;

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

  private CentreStore.Changes counted(Map<String, OpenCase> known, List<PlacedEvent> events) {
    CaseClock clock = new CaseClock(calendars.current(), LimitUnit.WORKING_DAYS);
    Map<String, OpenRow> open = new HashMap<>();
    Map<String, OpenCase> now = new HashMap<>(known);
    Set<String> untouched = new java.util.HashSet<>(known.keySet());
    List<FactRow> facts = new ArrayList<>();
    for (PlacedEvent event : events) {
      try {
        String number = event.subjectId();
        CaseTold told = StoredJson.read(event.privatePayload(), CaseTold.class);
        if (told.complete()) {
          Counted counted =
              Counted.of(
                  event.kind(),
                  event.occurredAt(),
                  Optional.ofNullable(now.get(number)),
                  told,
                  clock);
          untouched.remove(number);
          counted.fact().ifPresent(fact -> facts.add(FactRow.of(event, told, fact)));
          now.remove(number);
          open.remove(number);
          counted
              .open()
              .ifPresent(
                  course -> {
                    now.put(number, course);
                    open.put(number, OpenRow.of(number, told, course));
                  });
        }
      } catch (RuntimeException unreadable) {
        // One event that can't be read must not keep all others from being counted.
        LOG.errorf(unreadable, "Event %d of the journal could not be counted", event.place());
      }
    }
    return new CentreStore.Changes(List.copyOf(open.values()), untouched, facts);
  }
}
