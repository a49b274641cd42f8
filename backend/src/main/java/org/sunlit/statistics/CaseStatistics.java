package org.sunlit.statistics;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.journal.JournalFollower;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedEvent;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.statistics.rules.CaseClock;

/**
 * Follows the journal and counts how cases run. What it writes depends on the journal and the
 * calendar alone: emptied and followed from the beginning, the tables fill again.
 */
@Singleton
class CaseStatistics extends JournalFollower {
  static final String NAME = "statistics";
  private static final Logger LOG = Logger.getLogger(CaseStatistics.class);

  /** Nobody waits for a figure, and many events are counted with as many statements as one. */
  private static final Duration GATHERING = Duration.ofSeconds(1);

  private static final Set<String> KINDS =
      Arrays.stream(CaseEventKind.values())
          .map(CaseEventKind::journalKind)
          .collect(Collectors.toUnmodifiableSet());

  private static final String HISTORIES =
      """
      select subject_id, private_payload::text as payload from journal_event
      where subject_kind = 'case' and subject_id = any ($1) and kind = any ($2)
      order by subject_id, sequence
      """;

  /** What this room reads of what casework writes into the journal. */
  record Payload(CaseEvent event, UUID itemVersionId) {
    boolean complete() {
      return event != null && itemVersionId != null;
    }
  }

  private record Happened(String caseNumber, Payload payload) {}

  private final StatisticsStore store;
  private final PowerList powerList;
  private final CalendarService calendars;

  CaseStatistics(
      Pool pool,
      Vertx vertx,
      StatisticsStore store,
      PowerList powerList,
      CalendarService calendars) {
    super(NAME, pool, vertx);
    this.store = store;
    this.powerList = powerList;
    this.calendars = calendars;
  }

  void start(@Observes @Priority(20) StartupEvent event, JournalStream stream) {
    follow(stream, GATHERING);
  }

  @Override
  protected Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events) {
    List<Happened> happened =
        events.stream()
            .filter(event -> event.subjectKind() == SubjectKind.CASE)
            .filter(event -> KINDS.contains(event.kind()))
            .map(
                event ->
                    new Happened(
                        event.subjectId(), payload(event.subjectId(), event.privatePayload())))
            .filter(each -> each.payload().complete())
            .toList();
    if (happened.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return histories(connection, happened)
        .chain(
            histories ->
                items(happened, histories)
                    .map(items -> moments(happened, histories, items))
                    .chain(moments -> count(connection, moments)));
  }

  /** One event that can't be read must not keep all others from being counted. */
  private static Payload payload(String caseNumber, String json) {
    try {
      return StoredJson.read(json, Payload.class);
    } catch (RuntimeException unreadable) {
      LOG.warnf(unreadable, "An event of case %s is left out of the statistics", caseNumber);
      return new Payload(null, null);
    }
  }

  private Uni<Void> count(SqlConnection connection, List<CaseMoment> moments) {
    Set<StepKey> entered =
        moments.stream()
            .flatMap(moment -> moment.entered().stream().map(stay -> moment.key(stay.stepId())))
            .collect(Collectors.toSet());
    return store
        .expectations(connection, entered)
        .chain(
            expectations -> {
              Tally tally = new Tally(expectations);
              moments.forEach(tally::add);
              return store.write(connection, tally);
            });
  }

  private static Uni<Map<String, List<CaseEvent>>> histories(
      SqlConnection connection, List<Happened> happened) {
    String[] numbers =
        happened.stream().map(Happened::caseNumber).distinct().toArray(String[]::new);
    return connection
        .preparedQuery(HISTORIES)
        .execute(
            Tuple.tuple().addArrayOfString(numbers).addArrayOfString(KINDS.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, List<CaseEvent>> histories = new HashMap<>();
              for (Row row : rows) {
                Payload payload = payload(row.getString("subject_id"), row.getString("payload"));
                if (payload.complete()) {
                  histories
                      .computeIfAbsent(row.getString("subject_id"), absent -> new ArrayList<>())
                      .add(payload.event());
                }
              }
              return histories;
            });
  }

  /** In the versions that these cases run on and that they have been moved from. */
  private Uni<Map<UUID, ItemInForce>> items(
      List<Happened> happened, Map<String, List<CaseEvent>> histories) {
    Stream<UUID> current = happened.stream().map(each -> each.payload().itemVersionId());
    Stream<UUID> former =
        histories.values().stream()
            .flatMap(List::stream)
            .filter(event -> event.kind() == CaseEventKind.MIGRATED)
            .map(event -> event.change().move().from());
    return Multi.createFrom()
        .iterable(Stream.concat(current, former).distinct().toList())
        .onItem()
        .transformToUniAndConcatenate(powerList::version)
        .collect()
        .asMap(ItemInForce::versionId);
  }

  private List<CaseMoment> moments(
      List<Happened> happened,
      Map<String, List<CaseEvent>> histories,
      Map<UUID, ItemInForce> items) {
    WorkingCalendar calendar = calendars.current();
    Map<UUID, CaseClock> clocks = new HashMap<>();
    items.forEach((version, item) -> clocks.put(version, CaseMoment.clock(item, calendar)));
    List<CaseMoment> moments = new ArrayList<>();
    for (Happened each : happened) {
      try {
        moments.add(
            CaseMoment.of(
                each.caseNumber(),
                items,
                each.payload().itemVersionId(),
                histories.get(each.caseNumber()),
                each.payload().event(),
                clocks.get(each.payload().itemVersionId())));
      } catch (RuntimeException unreadable) {
        // One case that can't be folded must not keep all others from being counted.
        LOG.warnf(unreadable, "Case %s is left out of the statistics", each.caseNumber());
      }
    }
    return moments;
  }
}
