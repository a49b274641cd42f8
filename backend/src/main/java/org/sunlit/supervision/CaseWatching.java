package org.sunlit.supervision;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.sunlit.journal.JournalFollower;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedEvent;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.rules.CasePicture;
import org.sunlit.supervision.rules.CaseWatch;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.Told;

/**
 * Follows the journal and judges every event (E1), and looks at the clocks that run out between
 * events. What it writes depends on the journal alone: read again from the beginning, it finds the
 * same. Several nodes may run it; the place in the journal lets one at a time.
 */
@Singleton
class CaseWatching extends JournalFollower {
  static final String NAME = "supervision";
  private static final Logger LOG = Logger.getLogger(CaseWatching.class);

  /** Whose events supervision reads; such as {@code case.accepted}. */
  private static final Set<String> ROOMS = Set.of("case", "charge", "credit");

  /** So many clocks are looked at in a transaction. */
  private static final int MOST = 500;

  private final Pool pool;
  private final SupervisionStore store;
  private final CaseWatch watch;
  private final SupervisionSettings settings;
  private final Clock clock;

  CaseWatching(
      Pool pool,
      Vertx vertx,
      SupervisionStore store,
      RuleBook book,
      SupervisionSettings settings,
      Clock clock) {
    super(NAME, pool, vertx);
    this.pool = pool;
    this.store = store;
    this.watch = new CaseWatch(book);
    this.settings = settings;
    this.clock = clock;
  }

  void start(@Observes @Priority(20) StartupEvent event, JournalStream stream) {
    follow(stream);
  }

  @Override
  protected Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events) {
    List<PlacedEvent> ofCases =
        events.stream()
            .filter(event -> event.subjectKind() == SubjectKind.CASE)
            .filter(event -> ROOMS.contains(room(event)))
            .toList();
    if (ofCases.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<String> numbers = new TreeSet<>();
    ofCases.forEach(event -> numbers.add(event.subjectId()));
    return store
        .pictures(connection, numbers)
        .map(pictures -> judged(pictures, ofCases))
        .chain(seen -> store.write(connection, watch, seen, clock.instant()));
  }

  /** Looks at the clocks that have run out, or are about to. */
  @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return sweep(clock.instant().minus(settings.patience()));
  }

  private Uni<Void> sweep(Instant until) {
    return store
        .due(pool, until)
        .chain(
            due ->
                due
                    ? betweenEvents(connection -> expire(connection, until))
                        .chain(done -> done ? sweep(until) : Uni.createFrom().voidItem())
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> expire(SqlConnection connection, Instant until) {
    return store
        .due(connection, until, MOST)
        .map(
            pictures ->
                pictures.stream()
                    .map(picture -> new Seen(picture, watch.expire(picture, until)))
                    .toList())
        .chain(seen -> store.write(connection, watch, seen, clock.instant()));
  }

  private List<Seen> judged(Map<String, CasePicture> known, List<PlacedEvent> events) {
    Map<String, Seen> seen = new java.util.LinkedHashMap<>();
    for (PlacedEvent event : events) {
      Seen of =
          seen.computeIfAbsent(
              event.subjectId(),
              number ->
                  new Seen(known.getOrDefault(number, new CasePicture(number)), new ArrayList<>()));
      try {
        of.verdicts().addAll(watch.follow(of.picture(), happening(event)));
      } catch (RuntimeException unreadable) {
        // One event that can't be read must not keep all others from being judged.
        LOG.errorf(unreadable, "Event %d of the journal could not be judged", event.place());
      }
    }
    return List.copyOf(seen.values());
  }

  private static Happening happening(PlacedEvent event) {
    return new Happening(
        event.place(),
        event.subjectId(),
        event.kind(),
        event.occurredAt(),
        event.actorAccount(),
        StoredJson.read(event.privatePayload(), Told.class));
  }

  private static String room(PlacedEvent event) {
    return event.kind().substring(0, Math.max(0, event.kind().indexOf('.')));
  }
}
