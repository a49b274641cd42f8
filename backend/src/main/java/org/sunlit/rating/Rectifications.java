package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.rating.RatedCase.Mending;
import org.sunlit.rating.Raters.Rater;
import org.sunlit.rating.RatingSeals.Text;
import org.sunlit.rating.RectificationReads.Read;
import org.sunlit.rating.rules.RectificationCourse;

/**
 * Has what was rated as bad put right 整改: the supervisor gives it to the department, the department
 * answers, the citizen confirms. Last days are counted in working days from the day after.
 */
@ApplicationScoped
public class Rectifications {
  private static final String GO =
      """
      update rectification set state = :state, round = :round, due_on = cast(cast(:dueOn as text) as date),
        due_provisional = :provisional, confirm_by = cast(cast(:confirmBy as text) as date),
        assigned_at = case when :state = 'assigned' then coalesce(assigned_at, :at) else assigned_at end,
        answered_at = case when :state = 'answered' then :at else answered_at end,
        ended_at = case when :state in ('mended', 'closed') then :at else ended_at end,
        problem = coalesce(cast(:problem as bytea), problem), answer = coalesce(cast(:answer as bytea), answer),
        still_wrong = coalesce(cast(:stillWrong as bytea), still_wrong),
        close_reason = coalesce(cast(:closeReason as text), close_reason), version = version + 1
      where id = :id and version = :version
      """;

  /** What is added with a move; null for what isn't. */
  private record Added(byte[] problem, byte[] answer, byte[] stillWrong, String closeReason) {
    static final Added NOTHING = new Added(null, null, null, null);
  }

  private final RectificationReads reads;
  private final RatedCases cases;
  private final Raters raters;
  private final Transactor transactor;
  private final Idempotency idempotency;
  private final CalendarService calendar;
  private final RatingSettings settings;
  private final Clock clock;

  Rectifications(
      RectificationReads reads,
      RatedCases cases,
      Raters raters,
      Transactor transactor,
      Idempotency idempotency,
      CalendarService calendar,
      RatingSettings settings,
      Clock clock) {
    this.reads = reads;
    this.cases = cases;
    this.raters = raters;
    this.transactor = transactor;
    this.idempotency = idempotency;
    this.calendar = calendar;
    this.settings = settings;
    this.clock = clock;
  }

  /** Gives it to the department. */
  Uni<Read> assign(UUID id, int version, String problem) {
    return found(id)
        .chain(
            read ->
                go(
                    read.id(),
                    version,
                    read.course().assign(lastDay(settings.answerDays())),
                    new Added(
                        RatingSeals.seal(read.key(), id, Text.PROBLEM, problem), null, null, null)))
        .chain(() -> found(id));
  }

  /** Closes it without the citizen having confirmed. */
  Uni<Read> close(UUID id, int version, String why) {
    return found(id)
        .chain(
            read ->
                go(
                    read.id(),
                    version,
                    read.course().close(today()),
                    new Added(null, null, null, why.strip())))
        .chain(() -> found(id));
  }

  /**
   * Says what the department did.
   *
   * @return fails with 404 when it isn't the actor's department's
   */
  Uni<Read> answer(UUID id, int version, String answer, Actor actor) {
    return ofDepartment(id, actor)
        .chain(
            read ->
                go(
                    read.id(),
                    version,
                    read.course().answer(lastDay(settings.confirmDays())),
                    new Added(
                        null, RatingSeals.seal(read.key(), id, Text.ANSWER, answer), null, null)))
        .chain(() -> found(id));
  }

  /** Says whether it is mended, by the case's number and tracking code. */
  public Uni<Void> confirm(Address from, String number, String code, boolean mended, String words) {
    return raters
        .withCode(from, number, code)
        .chain(rater -> confirm(rater, mended, words, null))
        .replaceWithVoid();
  }

  /** The citizen says whether it is mended. */
  Uni<RatedCase> confirm(Rater rater, boolean mended, String words, String idempotencyKey) {
    RatedCase rated = rater.of();
    return idempotency
        .once(
            "confirmMended " + rated.caseNumber(),
            rater.channel().code(),
            idempotencyKey,
            (mended + "\n" + words).getBytes(StandardCharsets.UTF_8),
            session -> confirm(session, rated, mended, words))
        .chain(() -> cases.find(rated.caseNumber()))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private Uni<Reply> confirm(
      Mutiny.Session session, RatedCase rated, boolean mended, String words) {
    Mending mending = rated.given() == null ? null : rated.given().mending();
    Optional<RectificationCourse> next =
        Optional.ofNullable(mending)
            .flatMap(m -> m.course().confirm(mended, lastDay(settings.answerDays())));
    if (next.isEmpty()) {
      return Uni.createFrom().failure(notNow());
    }
    byte[] stillWrong = RatingSeals.seal(rated.key(), mending.id(), Text.STILL_WRONG, words);
    return write(
            session,
            mending.id(),
            mending.version(),
            next.get(),
            mended ? Added.NOTHING : new Added(null, null, stillWrong, null))
        .map(
            written -> {
              if (!written) {
                throw notNow();
              }
              return new Reply(200, "{}");
            });
  }

  /** What the actor's department may read. */
  private Uni<Read> ofDepartment(UUID id, Actor actor) {
    return found(id)
        .map(
            read -> {
              if (read.assignedAt() == null
                  || !Departments.of(actor).contains(read.departmentCode())) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              return read;
            });
  }

  private Uni<Read> found(UUID id) {
    return reads.find(id).map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private Uni<Void> go(UUID id, int version, Optional<RectificationCourse> next, Added added) {
    return reads
        .find(id)
        .invoke(
            now -> {
              if (now.orElseThrow().version() != version) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
              if (next.isEmpty()) {
                throw notNow();
              }
            })
        .chain(() -> transactor.write(session -> write(session, id, version, next.get(), added)))
        .invoke(
            written -> {
              if (!written) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Boolean> write(
      Mutiny.Session session, UUID id, int version, RectificationCourse next, Added added) {
    LocalDate due = next.dueOn();
    return session
        .createNativeQuery(GO)
        .setParameter("id", id)
        .setParameter("version", version)
        .setParameter("state", next.state().code())
        .setParameter("round", next.round())
        .setParameter("dueOn", due == null ? null : due.toString())
        .setParameter("provisional", due != null && calendar.current().provisional(due))
        .setParameter("confirmBy", next.confirmBy() == null ? null : next.confirmBy().toString())
        .setParameter("at", CityTime.offset(clock.instant()))
        .setParameter("problem", added.problem())
        .setParameter("answer", added.answer())
        .setParameter("stillWrong", added.stillWrong())
        .setParameter("closeReason", added.closeReason())
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  private LocalDate lastDay(int workingDays) {
    return calendar.current().plusWorkingDays(today(), workingDays);
  }

  private static Problem notNow() {
    return Problem.of(ProblemType.CONFLICT).detail("rectification.not-now");
  }
}
