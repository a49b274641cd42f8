package org.sunlit.attendance;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.attendance.rules.LineKind;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Contests 异议 of lines of efficiency files: the person says why, a supervisor who is somebody else
 * answers with a reason, and all of it stays on record.
 */
@ApplicationScoped
public class Contests {
  private static final String OPEN =
      """
      select count(*) from attendance_contest
      where account = :account and kind = :kind and line = :line and answered_at is null
      """;
  private static final String INSERT =
      """
      insert into attendance_contest (id, account, kind, line, words, raised_at)
      values (:id, :account, :kind, :line, :words, :at)
      """;
  private static final String FIND =
      """
      select cast(json_build_object('account', account, 'kind', kind, 'line', line,
        'open', answered_at is null) as text)
      from attendance_contest where id = :id for update
      """;
  private static final String ANSWER =
      """
      update attendance_contest set upheld = :upheld, corrected_to = cast(:correctedTo as text), reason = :reason,
        answered_by = :by, answered_at = :at
      where id = :id
      """;

  private record Stored(String account, String kind, String line, boolean open) {}

  private record Raised(UUID id) {}

  private final List<ContestableLines> lines;
  private final Idempotency idempotency;
  private final Journal journal;
  private final Vault vault;
  private final Clock clock;

  Contests(
      @All List<ContestableLines> lines,
      Idempotency idempotency,
      Journal journal,
      Vault vault,
      Clock clock) {
    this.lines = lines;
    this.idempotency = idempotency;
    this.journal = journal;
    this.vault = vault;
    this.clock = clock;
  }

  /** What the words about somebody's lines are sealed under. */
  static String subject(String account) {
    return "contests/" + account;
  }

  static String words(UUID id) {
    return "attendance_contest/words/" + id;
  }

  static String reason(UUID id) {
    return "attendance_contest/reason/" + id;
  }

  /**
   * Contests a line of one's own file.
   *
   * @return its id; fails with a {@link Problem}: 422 for a line that doesn't stand there or
   *     without words, 409 while it is contested already
   */
  public Uni<UUID> raise(ContestDraft draft, Actor actor, String idempotencyKey) {
    if (draft.words() == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words", "field.not-blank");
    }
    String account = actor.accountId();
    return stands(draft, account)
        .chain(
            () ->
                idempotency.once(
                    "contest",
                    account,
                    idempotencyKey,
                    StoredJson.bytes(draft),
                    session ->
                        session
                            .createNativeQuery(Attendance.LOCK, String.class)
                            .setParameter("account", account)
                            .getSingleResultOrNull()
                            .chain(() -> free(session, draft, account))
                            .chain(() -> raised(session, draft, account))
                            .map(id -> new Reply(201, StoredJson.write(new Raised(id))))))
        .map(reply -> StoredJson.read(reply.body(), Raised.class).id());
  }

  private static Uni<Void> free(Mutiny.Session session, ContestDraft draft, String account) {
    return session
        .createNativeQuery(OPEN, Long.class)
        .setParameter("account", account)
        .setParameter("kind", draft.kind().code())
        .setParameter("line", draft.line())
        .getSingleResult()
        .invoke(
            open -> {
              if (open > 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("attendance.contested-already");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> stands(ContestDraft draft, String account) {
    return lines.stream()
        .filter(known -> known.kind() == draft.kind())
        .findFirst()
        .orElseThrow()
        .stands(account, draft.line())
        .invoke(
            stands -> {
              if (!stands) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/line", "attendance.no-such-line");
              }
            })
        .replaceWithVoid();
  }

  private Uni<UUID> raised(Mutiny.Session session, ContestDraft draft, String account) {
    UUID id = UUID.randomUUID();
    Instant at = clock.instant();
    return vault
        .findOrKeep(session, subject(account))
        .chain(
            key ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("id", id)
                    .setParameter("account", account)
                    .setParameter("kind", draft.kind().code())
                    .setParameter("line", draft.line())
                    .setParameter("words", key.seal(words(id), bytes(draft.words())))
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .chain(
            () ->
                journal.append(
                    session,
                    entry(
                        "attendance.contested",
                        account,
                        account,
                        at,
                        about(draft.kind(), draft.line()))))
        .replaceWith(id);
  }

  /**
   * Answers a contest, once.
   *
   * @return fails with a {@link Problem}: 404 for none, 403 for one's own, 409 for one that is
   *     answered, 422 without a reason or without what a day becomes
   */
  public Uni<Void> answer(UUID id, ContestAnswer answer, Actor by, String idempotencyKey) {
    if (answer.reason() == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/reason", "field.not-blank");
    }
    return idempotency
        .once(
            "answer contest " + id,
            by.accountId(),
            idempotencyKey,
            StoredJson.bytes(answer),
            session ->
                session
                    .createNativeQuery(FIND, String.class)
                    .setParameter("id", id)
                    .getSingleResultOrNull()
                    .map(
                        json ->
                            Optional.ofNullable(json)
                                .map(found -> StoredJson.read(found, Stored.class))
                                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                    .invoke(stored -> allowed(stored, answer, by))
                    .chain(stored -> answered(session, id, stored, answer, by.accountId()))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  private static void allowed(Stored stored, ContestAnswer answer, Actor by) {
    if (stored.account().equals(by.accountId())) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("attendance.own-contest");
    }
    if (!stored.open()) {
      throw Problem.of(ProblemType.CONFLICT).detail("attendance.answered-already");
    }
    boolean corrects = answer.upheld() && stored.kind().equals(LineKind.DAY.code());
    if (corrects != (answer.correctedTo() != null)) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("/correctedTo", corrects ? "field.required" : "field.invalid");
    }
  }

  private Uni<Void> answered(
      Mutiny.Session session, UUID id, Stored stored, ContestAnswer answer, String by) {
    Instant at = clock.instant();
    String correctedTo = answer.correctedTo() == null ? null : answer.correctedTo().code();
    Map<String, Object> payload = about(Coded.of(LineKind.class, stored.kind()), stored.line());
    payload.put("upheld", answer.upheld());
    if (correctedTo != null) {
      payload.put("correctedTo", correctedTo);
    }
    return vault
        .findOrKeep(session, subject(stored.account()))
        .chain(
            key ->
                session
                    .createNativeQuery(ANSWER)
                    .setParameter("id", id)
                    .setParameter("upheld", answer.upheld())
                    .setParameter("correctedTo", correctedTo)
                    .setParameter("reason", key.seal(reason(id), bytes(answer.reason())))
                    .setParameter("by", by)
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .chain(
            () ->
                journal.append(
                    session,
                    entry("attendance.contestAnswered", stored.account(), by, at, payload)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> about(LineKind kind, String line) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("kind", kind.code());
    payload.put("line", line);
    return payload;
  }

  private static JournalEntry entry(
      String kind, String account, String by, Instant at, Map<String, Object> payload) {
    return JournalEntry.inside(
        SubjectKind.ATTENDANCE, account, kind, by, at, StoredJson.write(payload));
  }
}
