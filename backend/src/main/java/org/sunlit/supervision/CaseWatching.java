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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.sunlit.journal.JournalFollower;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedEvent;
import org.sunlit.journal.SubjectKind;
import org.sunlit.supervision.rules.Act;
import org.sunlit.supervision.rules.CasePicture;
import org.sunlit.supervision.rules.CaseWatch;
import org.sunlit.supervision.rules.HandlerPicture;
import org.sunlit.supervision.rules.HandlerWatch;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.Told;
import org.sunlit.supervision.rules.Verdict;

/**
 * Follows the journal and judges every event (E1), and looks at the clocks that run out between
 * events. What it writes depends on the journal alone: read again from the beginning, it finds the
 * same. Several nodes may run it; the place in the journal lets one at a time.
 */
@Singleton
class CaseWatching extends JournalFollower {
  static final String NAME = "supervision";
  private static final Logger LOG = Logger.getLogger(CaseWatching.class);

  /** Whose events about what supervision reads; such as {@code case.accepted}. */
  private static final Map<SubjectKind, Set<String>> ROOMS =
      Map.of(
          SubjectKind.CASE, Set.of("case", "charge", "credit", "document"),
          SubjectKind.COMPLAINT, Set.of("complaint"),
          SubjectKind.RATINGS, Set.of("ratings"),
          SubjectKind.WINDOW, Set.of("window"));

  /** So many clocks are looked at in a transaction. */
  private static final int MOST = 500;

  private final Pool pool;
  private final SupervisionStore store;
  private final HandlerStore handlers;
  private final CaseWatch watch;
  private final HandlerWatch patterns;
  private final SupervisionSettings settings;
  private final Clock clock;

  CaseWatching(
      Pool pool,
      Vertx vertx,
      SupervisionStore store,
      HandlerStore handlers,
      RuleBook book,
      SupervisionSettings settings,
      Clock clock) {
    super(NAME, pool, vertx);
    this.pool = pool;
    this.store = store;
    this.handlers = handlers;
    this.watch = new CaseWatch(book);
    this.patterns = new HandlerWatch(book);
    this.settings = settings;
    this.clock = clock;
  }

  void start(@Observes @Priority(20) StartupEvent event, JournalStream stream) {
    follow(stream);
  }

  @Override
  protected Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events) {
    List<Happening> seen =
        events.stream()
            .filter(
                event -> ROOMS.getOrDefault(event.subjectKind(), Set.of()).contains(room(event)))
            .flatMap(event -> happening(event).stream())
            .toList();
    if (seen.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .pictures(connection, those(seen, Happening::subject))
        .chain(
            pictures ->
                handlers
                    .pictures(connection, those(seen, CaseWatching::doer))
                    .chain(
                        known ->
                            store
                                .write(
                                    connection,
                                    watch,
                                    judged(pictures, known, seen),
                                    clock.instant())
                                .chain(() -> handlers.keep(connection, known.values()))));
  }

  private static Set<String> those(List<Happening> events, Function<Happening, String> named) {
    return events.stream()
        .map(named)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Looks at the clocks that have run out, or are about to. */
  @Scheduled(
      identity = "supervision-sweep",
      every = "2s",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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

  /**
   * @param handlers what is remembered of people; who is new to it is added
   */
  private List<Seen> judged(
      Map<String, CasePicture> known,
      Map<String, HandlerPicture> handlers,
      List<Happening> events) {
    Map<String, Seen> seen = new java.util.LinkedHashMap<>();
    for (Happening event : events) {
      Seen of =
          seen.computeIfAbsent(
              event.subject(),
              number ->
                  new Seen(known.getOrDefault(number, new CasePicture(number)), new ArrayList<>()));
      try {
        Act act = new Act(event, of.picture());
        // Who did it is judged by the case as it was before.
        List<Verdict> across =
            patterns
                .handler(act)
                .map(who -> handlers.computeIfAbsent(who, HandlerPicture::new))
                .map(picture -> patterns.follow(picture, act))
                .orElse(List.of());
        of.verdicts().addAll(watch.follow(of.picture(), event));
        of.verdicts().addAll(across);
      } catch (RuntimeException unreadable) {
        // One event that can't be read must not keep all others from being judged.
        LOG.errorf(unreadable, "Event %d of the journal could not be judged", event.place());
      }
    }
    return List.copyOf(seen.values());
  }

  /** Nothing when it can't be read: one event must not keep all others from being judged. */
  private static Optional<Happening> happening(PlacedEvent event) {
    try {
      return Optional.of(Happenings.of(event));
    } catch (RuntimeException unreadable) {
      LOG.errorf(unreadable, "Event %d of the journal could not be read", event.place());
      return Optional.empty();
    }
  }

  /** Who is said to have done it; null for nobody. */
  private static String doer(Happening event) {
    Told.Happened happened = event.told().event();
    return happened == null || happened.by() == null ? null : happened.by().account();
  }

  private static String room(PlacedEvent event) {
    return event.kind().substring(0, Math.max(0, event.kind().indexOf('.')));
  }
}
