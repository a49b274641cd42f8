package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.CasesTogether.Act;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.notice.Notice;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Changes joint applications; nothing else does. What happened, what it does to the cases, the
 * journal and the message to the applicant are one transaction. It is judged by what was read
 * before that; when something has moved on meanwhile it is judged anew, so whoever comes second is
 * told what is possible now.
 */
@ApplicationScoped
class JointChanges {
  private static final int TRIES = 6;

  /**
   * What a command comes to.
   *
   * @param events what happens, in order
   * @param acts what it does to the cases
   * @param notice what the applicant is told
   * @param announced what it says will be done to a case, and has to be possible for that
   */
  record Plan(
      List<JointEvent> events, List<Act> acts, Optional<Notice> notice, List<Act> announced) {
    Plan(List<JointEvent> events, List<Act> acts, Optional<Notice> notice) {
      this(events, acts, notice, List.of());
    }

    static Plan of(JointEvent event) {
      return new Plan(List.of(event), List.of(), Optional.empty());
    }

    Plan announcing(Act act) {
      return new Plan(events, acts, notice, List.of(act));
    }
  }

  /** What makes a command the same command when it is sent again. */
  record Once(String operation, String actor, String idempotencyKey, Object request) {}

  private final JointStore store;
  private final CasesTogether cases;
  private final Idempotency idempotency;
  private final Journal journal;
  private final Outbox outbox;
  private final CalendarService calendars;
  private final Clock clock;

  JointChanges(
      JointStore store,
      CasesTogether cases,
      Idempotency idempotency,
      Journal journal,
      Outbox outbox,
      CalendarService calendars,
      Clock clock) {
    this.store = store;
    this.cases = cases;
    this.idempotency = idempotency;
    this.journal = journal;
    this.outbox = outbox;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** A joint application with its cases. */
  Uni<JointSeen> see(JointRecord record) {
    return cases
        .read(record.caseNumbers())
        .map(read -> JointSeen.of(record, read, calendars.current(), clock.instant()));
  }

  /**
   * Carries out a command.
   *
   * @param find reads the joint application, for whoever sent the command
   * @param judge what it comes to; fails with a {@link Problem} when it can't be done
   * @return the joint application after it
   */
  Uni<JointSeen> change(
      Supplier<Uni<JointRecord>> find, Once once, Function<JointSeen, Uni<Plan>> judge) {
    return Uni.createFrom()
        .deferred(() -> find.get().chain(this::see).chain(seen -> carryOut(seen, once, judge)))
        .onFailure(JointChanges::movedOn)
        .retry()
        .atMost(TRIES)
        .chain(() -> find.get())
        .chain(this::see);
  }

  /** What a command came to, or why it can't be done. */
  private record Judged(Plan plan, Throwable refusal) {
    Plan orThrow() {
      if (refusal instanceof RuntimeException why) {
        throw why;
      }
      return plan;
    }
  }

  /**
   * Judged before the transaction, because that may take a while; refused within it, because a
   * repeated command gets its first answer whatever would be said to it now.
   */
  private Uni<Reply> carryOut(JointSeen seen, Once once, Function<JointSeen, Uni<Plan>> judge) {
    return Uni.createFrom()
        .deferred(() -> judge.apply(seen))
        .map(plan -> new Judged(plan, null))
        .onFailure(RuntimeException.class)
        .recoverWithItem(refusal -> new Judged(null, refusal))
        .chain(
            judged ->
                idempotency.once(
                    once.operation() + " " + seen.record().number(),
                    once.actor(),
                    once.idempotencyKey(),
                    StoredJson.bytes(once.request()),
                    session ->
                        write(session, seen, judged.orThrow())
                            .replaceWith(() -> new Reply(200, "{}"))));
  }

  private Uni<Void> write(Mutiny.Session session, JointSeen seen, Plan plan) {
    Uni<Void> written = cases.mayBeDone(session, plan.announced());
    for (JointEvent event : plan.events()) {
      written =
          written
              .chain(() -> store.append(session, seen.record(), event))
              .chain(() -> journal.append(session, entry(seen.record().number(), event)));
    }
    written = written.chain(() -> cases.act(session, plan.acts()));
    if (plan.notice().isPresent() && seen.record().key() != null) {
      written =
          written.chain(
              () -> outbox.put(session, plan.notice().get(), seen.now(), seen.record().key()));
    }
    return written;
  }

  /** What the journal keeps: not what was said, which is somebody's. */
  static JournalEntry entry(String number, JointEvent event) {
    return new JournalEntry(
        UUID.randomUUID(),
        SubjectKind.JOINT,
        number,
        "joint." + event.kind().code(),
        event.by().account(),
        event.by().post(),
        event.at(),
        StoredJson.write(event.wordless()),
        Optional.empty());
  }

  private static boolean movedOn(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.STALE_VERSION;
  }
}
