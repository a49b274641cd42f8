package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.edge.Address;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.rating.Raters.Rater;
import org.sunlit.rating.rules.CoercionSigns;
import org.sunlit.rating.rules.Grades;
import org.sunlit.rating.rules.RatingFacts;
import org.sunlit.rating.rules.Satisfaction;
import org.sunlit.rating.rules.Sign;

/** Takes ratings: each case once, in time, by whoever holds it. */
@ApplicationScoped
public class Ratings {
  private final Raters raters;
  private final RatedCases cases;
  private final RatingStore store;
  private final Idempotency idempotency;
  private final RatingSettings settings;
  private final Clock clock;

  Ratings(
      Raters raters,
      RatedCases cases,
      RatingStore store,
      Idempotency idempotency,
      RatingSettings settings,
      Clock clock) {
    this.raters = raters;
    this.cases = cases;
    this.store = store;
    this.idempotency = idempotency;
    this.settings = settings;
    this.clock = clock;
  }

  /** Rates a case by its number and tracking code. */
  public Uni<Void> rate(Address from, String number, String code, RatingCommand command) {
    return raters
        .withCode(from, number, code)
        .chain(rater -> rate(rater, command, new CameFrom(from, false), null))
        .replaceWithVoid();
  }

  /**
   * Rates a case.
   *
   * @return the case after it; fails with 409 when it is rated already or the time is over
   */
  Uni<RatedCase> rate(Rater rater, RatingCommand command, CameFrom from, String idempotencyKey) {
    String number = rater.of().caseNumber();
    Instant now = clock.instant();
    return signs(rater, command.grades(), from, now)
        .chain(
            signs ->
                idempotency.once(
                    "rate " + number,
                    rater.channel().code(),
                    idempotencyKey,
                    canonical(command),
                    session -> take(session, rater, command, signs, now)))
        .chain(() -> cases.find(number))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private Uni<Reply> take(
      Mutiny.Session session, Rater rater, RatingCommand command, List<Sign> signs, Instant now) {
    RatedCase rated = rater.of();
    if (rated.given() == null && now.isAfter(rated.openUntil())) {
      return Uni.createFrom().failure(Problem.of(ProblemType.CONFLICT).detail("rating.over"));
    }
    UUID id = UUID.randomUUID();
    return store
        .insert(session, id, rater, command, now)
        .invoke(
            inserted -> {
              if (!inserted) {
                throw Problem.of(ProblemType.CONFLICT).detail("rating.already");
              }
            })
        .chain(() -> store.insert(session, id, signs))
        .call(
            () ->
                command.grades().bad()
                    ? store.openRectification(session, UUID.randomUUID(), id, rated, now)
                    : Uni.createFrom().voidItem())
        .replaceWith(new Reply(201, "{}"));
  }

  private Uni<List<Sign>> signs(Rater rater, Grades grades, CameFrom from, Instant now) {
    return store
        .timesAt(rater.terminal(), now.minus(settings.burstWithin()))
        .chain(
            times ->
                store
                    .latestAllBest(rater.of().endedBy(), settings.streak() - 1)
                    .map(
                        best ->
                            CoercionSigns.of(
                                new RatingFacts(
                                    grades,
                                    rater.channel(),
                                    now,
                                    rater.of().endedAt(),
                                    from.staffDevice(),
                                    settings.isOfTheOffices(from.address()),
                                    times,
                                    best),
                                settings.signs())));
  }

  private static byte[] canonical(RatingCommand command) {
    Grades grades = command.grades();
    return new JsonObject()
        .put("overall", grades.overall().code())
        .put("efficiency", code(grades.efficiency()))
        .put("attitude", code(grades.attitude()))
        .put("quality", code(grades.quality()))
        .put("words", command.words())
        .put("mayBeNamed", command.mayBeNamed())
        .toBuffer()
        .getBytes();
  }

  static String code(Satisfaction grade) {
    return grade == null ? null : grade.code();
  }
}
