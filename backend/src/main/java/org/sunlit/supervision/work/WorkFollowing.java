package org.sunlit.supervision.work;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.sunlit.journal.JournalFollower;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedEvent;
import org.sunlit.journal.SubjectKind;
import org.sunlit.supervision.Happenings;
import org.sunlit.supervision.work.WorkStore.Kept;
import org.sunlit.supervision.work.rules.CaseFacts;

/**
 * Follows the journal and keeps the facts that work figures are counted from. What it writes
 * depends on the journal alone: emptied and followed from the beginning, the tables fill again.
 */
@Singleton
class WorkFollowing extends JournalFollower {
  static final String NAME = "work";
  private static final Logger LOG = Logger.getLogger(WorkFollowing.class);

  /** Nobody waits for a figure. */
  private static final Duration GATHERING = Duration.ofSeconds(1);

  private final WorkStore store;

  WorkFollowing(Pool pool, Vertx vertx, WorkStore store) {
    super(NAME, pool, vertx);
    this.store = store;
  }

  void start(@Observes @Priority(20) StartupEvent event, JournalStream stream) {
    follow(stream, GATHERING);
  }

  @Override
  protected Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events) {
    List<PlacedEvent> ofCases =
        events.stream()
            .filter(event -> event.subjectKind() == SubjectKind.CASE)
            .filter(event -> event.kind().startsWith("case."))
            .toList();
    if (ofCases.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .facts(connection, new TreeSet<>(ofCases.stream().map(PlacedEvent::subjectId).toList()))
        .chain(known -> store.keep(connection, followed(known, ofCases)));
  }

  private static Collection<Kept> followed(Map<String, CaseFacts> known, List<PlacedEvent> events) {
    Map<String, CaseFacts> facts = new LinkedHashMap<>(known);
    List<Kept> kept = new ArrayList<>();
    for (PlacedEvent event : events) {
      try {
        CaseFacts before = facts.getOrDefault(event.subjectId(), CaseFacts.of(event.subjectId()));
        CaseFacts after = before.after(Happenings.of(event));
        if (after.departmentCode() != null) {
          facts.put(event.subjectId(), after);
          kept.add(new Kept(after, event.occurredAt(), hands(event, before, after)));
        }
      } catch (RuntimeException unreadable) {
        // One event that can't be read must not keep all others from being counted.
        LOG.errorf(unreadable, "Event %d of the journal could not be counted", event.place());
      }
    }
    return kept;
  }

  /** Who did it, and whose work went back by it. */
  private static Collection<String> hands(PlacedEvent event, CaseFacts before, CaseFacts after) {
    Collection<String> hands = new TreeSet<>();
    if (event.actorAccount() != null && after.hands().contains(event.actorAccount())) {
      hands.add(event.actorAccount());
    }
    if (after.returns().size() > before.returns().size()) {
      String returned = after.returns().get(after.returns().size() - 1).by();
      if (returned != null) {
        hands.add(returned);
      }
    }
    return hands;
  }
}
