package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.problem.Problem;
import org.sunlit.rating.Ratings;
import org.sunlit.rating.Terminals;

/**
 * Lets the people of the demonstration city rate how they were served, through the service that
 * everybody rates with.
 */
@ApplicationScoped
class DemoRatings {
  private static final Logger LOG = Logger.getLogger(DemoRatings.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How long people take, on the whole. */
  private static final Duration THINKING = Duration.ofHours(20);

  /** How often, and after how long, it is asked again whether the ratings' room knows of an end. */
  private static final int TRIES = 100;

  private static final Duration AGAIN = Duration.ofMillis(100);

  /** Where invented people are: addresses for documentation (RFC 5737). */
  private static final Address HOME = Address.of("203.0.113.7");

  private static final String PLAN =
      """
      insert into demo_rating (case_number, tracking_code, ended_at, rate_at) values ($1, $2, $3, $4)
      on conflict do nothing
      """;
  private static final String NEXT =
      "select case_number, tracking_code, rate_at from demo_rating where rate_at <= $1 order by rate_at limit 1";
  private static final String DONE = "delete from demo_rating where case_number = $1";

  private final Pool pool;
  private final Ratings ratings;
  private final Terminals terminals;
  private final TravellingClock clock;
  private final RatingHabits habits = DemoFiles.read("ratings.json", new TypeReference<>() {});

  DemoRatings(Pool pool, Ratings ratings, Terminals terminals, TravellingClock clock) {
    this.pool = pool;
    this.ratings = ratings;
    this.terminals = terminals;
    this.clock = clock;
  }

  /** A case has ended; perhaps its applicant is going to rate. */
  Uni<Void> plan(ToldCase told, Dice dice, Instant endedAt) {
    if (!dice.happens(habits.rated())) {
      return Uni.createFrom().voidItem();
    }
    Instant at = endedAt.plusSeconds(Math.round(dice.about(THINKING.toSeconds())));
    return pool.preparedQuery(PLAN)
        .execute(
            Tuple.of(
                told.caseNumber(),
                told.trackingCode(),
                CityTime.offset(endedAt),
                CityTime.offset(at)))
        .replaceWithVoid();
  }

  /** The next one whose time has come rates; empty when there is none. */
  Uni<Optional<Instant>> rateNext(Dice dice, Instant now) {
    return next(now)
        .chain(
            row ->
                row.isEmpty()
                    ? Uni.createFrom().item(Optional.<Instant>empty())
                    : rate(row.get(), dice).replaceWith(Optional.of(at(row.get()))));
  }

  /**
   * Everybody rates whose time has come, with the clock set to when it was; and there is a terminal
   * in the hall.
   */
  void liveThrough(Dice dice, Instant now) {
    int rated = 0;
    Optional<Row> next = next(now).await().atMost(PATIENCE);
    while (next.isPresent()) {
      clock.travelTo(at(next.get()));
      rate(next.get(), dice).await().atMost(PATIENCE);
      rated++;
      next = next(now).await().atMost(PATIENCE);
    }
    clock.returnToNow();
    setUpTerminal();
    LOG.infof("%d people of the demonstration city have rated how they were served", rated);
  }

  private void setUpTerminal() {
    Actor supervisor = DemoFiles.actor(Role.SUPERVISOR);
    terminals
        .add(new Terminals.Wanted(habits.place(), habits.placeEn(), null, null), supervisor, null)
        .await()
        .atMost(PATIENCE);
  }

  private Uni<Optional<Row>> next(Instant now) {
    return pool.preparedQuery(NEXT)
        .execute(Tuple.of(CityTime.offset(now)))
        .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(rows.iterator().next()));
  }

  private static Instant at(Row row) {
    return row.getOffsetDateTime("rate_at").toInstant();
  }

  private Uni<Void> rate(Row row, Dice dice) {
    String number = row.getString("case_number");
    return ratings
        .rate(HOME, number, row.getString("tracking_code"), habits.draw(dice))
        .onFailure(DemoRatings::notKnownYet)
        .retry()
        .withBackOff(AGAIN, AGAIN)
        .atMost(TRIES)
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.debugf("%s is not rated: %s", number, failure.getMessage());
              return null;
            })
        .chain(() -> pool.preparedQuery(DONE).execute(Tuple.of(number)))
        .replaceWithVoid();
  }

  /** The room reads of it in the journal a moment after it has happened. */
  private static boolean notKnownYet(Throwable failure) {
    return failure instanceof Problem problem && "rating.not-ended".equals(problem.detailKey());
  }
}
