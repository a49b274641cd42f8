package org.sunlit.attendance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.attendance.rules.Sign;
import org.sunlit.attendance.rules.SignKind;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Signing in and out at the window 签到、签退. What was signed is never changed. */
@ApplicationScoped
public class Attendance {
  /** One sign of an account at a time. */
  static final String LOCK =
      "select account from account where account = :account for no key update";

  private static final String LAST =
      """
      select cast(json_build_object('number', number, 'kind', kind, 'at', at) as text)
      from attendance_sign where account = :account order by number desc limit 1
      """;
  private static final String INSERT =
      "insert into attendance_sign (account, number, kind, at) values (:account, :number, :kind, :at)";

  private record Last(int number, SignKind kind, Instant at) {}

  private final Idempotency idempotency;
  private final Journal journal;
  private final Clock clock;

  Attendance(Idempotency idempotency, Journal journal, Clock clock) {
    this.idempotency = idempotency;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Signs in or out.
   *
   * @return fails with a {@link Problem} 409 when that isn't what comes next
   */
  public Uni<Void> sign(SignKind kind, Actor actor, String idempotencyKey) {
    return idempotency
        .once(
            "sign " + kind.code(),
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(kind),
            session -> sign(session, kind, actor).replaceWith(new Reply(201, "{}")))
        .replaceWithVoid();
  }

  private Uni<Void> sign(Mutiny.Session session, SignKind kind, Actor actor) {
    String account = actor.accountId();
    return session
        .createNativeQuery(LOCK, String.class)
        .setParameter("account", account)
        .getSingleResultOrNull()
        .chain(
            () ->
                session
                    .createNativeQuery(LAST, String.class)
                    .setParameter("account", account)
                    .getSingleResultOrNull())
        .map(found -> Optional.ofNullable(found).map(json -> StoredJson.read(json, Last.class)))
        .chain(last -> sign(session, kind, account, last.orElse(null)));
  }

  private Uni<Void> sign(Mutiny.Session session, SignKind kind, String account, Last last) {
    Instant at = after(last);
    List<Sign> signs = last == null ? List.of() : List.of(new Sign(last.kind(), last.at()));
    SignKind next = Sign.next(signs, LocalDate.ofInstant(at, CityTime.ZONE));
    if (next != kind) {
      throw Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
          .detail(kind == SignKind.IN ? "attendance.in-already" : "attendance.not-in")
          .possible(List.of(next.code()));
    }
    int number = last == null ? 1 : last.number() + 1;
    return session
        .createNativeQuery(INSERT)
        .setParameter("account", account)
        .setParameter("number", number)
        .setParameter("kind", kind.code())
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .chain(() -> journal.append(session, entry(kind, account, at)));
  }

  /** Now, and never before what was signed last. */
  private Instant after(Last last) {
    Instant now = clock.instant();
    return last != null && now.isBefore(last.at()) ? last.at() : now;
  }

  private static JournalEntry entry(SignKind kind, String account, Instant at) {
    return JournalEntry.inside(
        SubjectKind.ATTENDANCE, account, kind.journalKind(), account, at, "{}");
  }
}
