package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Who answers the direct line on which day (每天一名常委执守, I2). */
@ApplicationScoped
public class DutyRoster {
  private static final int DAYS_SHOWN = 7;
  private static final String FROM =
      """
      select u.day, a.name, a.name_en from complaint_duty u join account a on a.account = u.account
      where u.day >= $1 and u.day < $2 order by u.day
      """;
  private static final String OF =
      "select day from complaint_duty where account = $1 and day > $2::date - 60 and day <= $2";
  private static final String SET =
      """
      insert into complaint_duty (day, account)
      select $1, account from account where account = $2 and 'committeeMember' = any (roles) and not disabled
      on conflict (day) do update set account = excluded.account
      """;

  /** A day of the roster. */
  record Duty(LocalDate day, String name, String nameEn) {}

  private final Pool pool;
  private final Clock clock;

  DutyRoster(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  /** Today and the days to come. */
  Uni<List<Duty>> coming() {
    LocalDate today = today();
    return pool.preparedQuery(FROM)
        .execute(Tuple.of(today, today.plusDays(DAYS_SHOWN)))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Duty(
                                row.getLocalDate("day"),
                                row.getString("name"),
                                row.getString("name_en")))
                    .toList());
  }

  /** The days of late on which this actor was, or is, on duty. */
  Uni<Set<LocalDate>> daysOf(Actor actor) {
    return actor.is(Role.COMMITTEE_MEMBER)
        ? pool.preparedQuery(OF)
            .execute(Tuple.of(actor.accountId(), today()))
            .map(
                rows ->
                    rows.stream().map(row -> row.getLocalDate("day")).collect(Collectors.toSet()))
        : Uni.createFrom().item(Set.of());
  }

  /**
   * Says who it is.
   *
   * @return fails with 422 for a day that is over, and for who is no committee member
   */
  public Uni<Void> set(LocalDate day, String account) {
    if (day.isBefore(today())) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("day", "complaint.day-over");
    }
    return pool.preparedQuery(SET)
        .execute(Tuple.of(day, account))
        .invoke(
            done -> {
              if (done.rowCount() == 0) {
                throw Problem.of(ProblemType.UNPROCESSABLE)
                    .at("/account", "complaint.no-committee-member");
              }
            })
        .replaceWithVoid();
  }
}
