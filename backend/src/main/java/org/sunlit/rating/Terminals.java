package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Devices in the halls, and what they show. */
@ApplicationScoped
public class Terminals {
  private static final String ALL =
      "select * from rating_terminal order by closed_at nulls first, added_at desc limit 500";
  private static final String OPEN =
      "select * from rating_terminal where id = $1 and closed_at is null";
  private static final String KNOWN =
      """
      select ($1::text is null or exists (select 1 from department where code = $1)) as department,
        ($2::text is null or exists (select 1 from region where code = $2)) as region
      """;
  private static final String ADD =
      """
      insert into rating_terminal (id, place, place_en, department_code, region_code, added_by, added_at)
      values (:id, :place, cast(:placeEn as text), cast(:department as text), cast(:region as text), :by, :at)
      """;
  private static final String CLOSE =
      "update rating_terminal set closed_at = $2 where id = $1 and closed_at is null";

  /** Rated or not: that a case disappears would tell that it was rated. */
  private static final String CASES =
      """
      select case_number, item_name, item_name_en, applicant_masked, ended_at from ratable_case
      where ended_at > $1 and ended_at <= $2 and ($3::text is null or department_code = $3)
        and region_code like $4
      order by ended_at desc limit 100
      """;

  /** A device in a hall. */
  record Terminal(
      UUID id,
      String place,
      String placeEn,
      String departmentCode,
      String regionCode,
      Instant addedAt,
      Instant closedAt) {}

  /** A case as a device shows it. */
  record Shown(
      String caseNumber,
      String itemName,
      String itemNameEn,
      String applicantMasked,
      Instant endedAt) {}

  /** What a device is to be. */
  public record Wanted(String place, String placeEn, String departmentCode, String regionCode) {}

  private final Pool pool;
  private final Idempotency idempotency;
  private final RatingSettings settings;
  private final Clock clock;

  Terminals(Pool pool, Idempotency idempotency, RatingSettings settings, Clock clock) {
    this.pool = pool;
    this.idempotency = idempotency;
    this.settings = settings;
    this.clock = clock;
  }

  Uni<List<Terminal>> all() {
    return pool.query(ALL).execute().map(rows -> RatingStore.all(rows, Terminals::read));
  }

  /** A device that is in use. */
  Uni<Terminal> open(UUID id) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(id))
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              return read(rows.iterator().next());
            });
  }

  /** Cases that ended lately where the device stands, the newest first. */
  Uni<List<Shown>> cases(Terminal terminal) {
    Instant now = clock.instant();
    return pool.preparedQuery(CASES)
        .execute(
            Tuple.of(
                CityTime.offset(now.minus(settings.terminalShows())),
                CityTime.offset(now),
                terminal.departmentCode(),
                Reach.regionsLike(terminal.regionCode())))
        .map(rows -> RatingStore.all(rows, Terminals::shown));
  }

  /** Whether the device shows this case now. */
  Uni<Boolean> shows(UUID terminal, String caseNumber) {
    return open(terminal)
        .chain(this::cases)
        .map(shown -> shown.stream().anyMatch(one -> one.caseNumber().equals(caseNumber)));
  }

  /** Sets a device up. */
  public Uni<UUID> add(Wanted wanted, Actor actor, String idempotencyKey) {
    UUID id = UUID.randomUUID();
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.of(wanted.departmentCode(), wanted.regionCode()))
        .invoke(rows -> check(rows.iterator().next()))
        .chain(
            () ->
                idempotency.once(
                    "addRatingTerminal",
                    actor.accountId(),
                    idempotencyKey,
                    wanted.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    session ->
                        session
                            .createNativeQuery(ADD)
                            .setParameter("id", id)
                            .setParameter("place", wanted.place().strip())
                            .setParameter("placeEn", wanted.placeEn())
                            .setParameter("department", wanted.departmentCode())
                            .setParameter("region", wanted.regionCode())
                            .setParameter("by", actor.accountId())
                            .setParameter("at", CityTime.offset(clock.instant()))
                            .executeUpdate()
                            .replaceWith(new Reply(201, id.toString()))))
        .map(reply -> UUID.fromString(reply.body()));
  }

  /** Takes a device away. */
  Uni<Void> close(UUID id) {
    return pool.preparedQuery(CLOSE)
        .execute(Tuple.of(id, CityTime.offset(clock.instant())))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }

  private static void check(Row known) {
    Optional<Problem> unknown =
        !known.getBoolean("department")
            ? Optional.of(unprocessable("/departmentCode", "item.unknown-department"))
            : !known.getBoolean("region")
                ? Optional.of(unprocessable("/regionCode", "item.unknown-region"))
                : Optional.empty();
    unknown.ifPresent(
        problem -> {
          throw problem;
        });
  }

  private static Problem unprocessable(String pointer, String key) {
    return Problem.of(ProblemType.UNPROCESSABLE).at(pointer, key);
  }

  private static Terminal read(Row row) {
    return new Terminal(
        row.getUUID("id"),
        row.getString("place"),
        row.getString("place_en"),
        row.getString("department_code"),
        row.getString("region_code"),
        RatedCases.instant(row, "added_at"),
        RatedCases.instant(row, "closed_at"));
  }

  private static Shown shown(Row row) {
    return new Shown(
        row.getString("case_number"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        row.getString("applicant_masked"),
        RatedCases.instant(row, "ended_at"));
  }
}
