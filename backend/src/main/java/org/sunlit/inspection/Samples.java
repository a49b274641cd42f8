package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.inspection.rules.Lot;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Cases drawn by lot, whose applicants are called 回访抽样: the seed is on record. */
@ApplicationScoped
public class Samples {
  private static final String ENDED =
      """
      select case_number from case_file
      where department_code = $1 and ended_at >= $2 and ended_at < $3 order by case_number
      """;
  private static final String INSERT =
      """
      insert into inspection_sample (id, department_code, from_on, to_on, seed, drawn_from, cases, drawn_by, drawn_at)
      values (:id, :department, :from, :to, :seed, :drawnFrom,
        array(select json_array_elements_text(cast(cast(:cases as text) as json))), :by, :at)
      """;
  private static final String ONE =
      """
      select id, department_code, from_on, to_on, seed, drawn_from, cases from inspection_sample where id = $1
      """;

  /**
   * What is wanted.
   *
   * @param seed null for a fresh one
   */
  public record Wish(String department, LocalDate from, LocalDate to, int size, String seed) {}

  /**
   * What was drawn.
   *
   * @param drawnFrom so many cases there were
   */
  public record Sample(
      UUID id,
      String department,
      LocalDate from,
      LocalDate to,
      String seed,
      int drawnFrom,
      List<String> cases) {}

  private final Pool pool;
  private final Idempotency idempotency;
  private final Clock clock;

  Samples(Pool pool, Idempotency idempotency, Clock clock) {
    this.pool = pool;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** Draws; fails with 422 when no case of the department ended in the period. */
  public Uni<Sample> draw(Wish wish, Actor by, String idempotencyKey) {
    if (wish.to().isBefore(wish.from())) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/to", "inspection.period");
    }
    return pool.preparedQuery(ENDED)
        .execute(
            Tuple.of(wish.department(), CityTime.startOf(wish.from()), CityTime.endOf(wish.to())))
        .map(rows -> rows.stream().map(row -> row.getString(0)).toList())
        .map(ended -> drawn(wish, ended))
        .chain(
            sample ->
                idempotency.once(
                    "draw sample",
                    by.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(wish),
                    session ->
                        session
                            .createNativeQuery(INSERT)
                            .setParameter("id", sample.id())
                            .setParameter("department", sample.department())
                            .setParameter("from", sample.from())
                            .setParameter("to", sample.to())
                            .setParameter("seed", sample.seed())
                            .setParameter("drawnFrom", sample.drawnFrom())
                            .setParameter("cases", StoredJson.write(sample.cases()))
                            .setParameter("by", by.accountId())
                            .setParameter("at", CityTime.offset(clock.instant()))
                            .executeUpdate()
                            .replaceWith(new Reply(201, StoredJson.write(sample)))))
        .map(reply -> StoredJson.read(reply.body(), Sample.class));
  }

  private static Sample drawn(Wish wish, List<String> ended) {
    if (ended.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/department", "inspection.nothing-to-draw");
    }
    String seed = wish.seed() == null ? UUID.randomUUID().toString() : wish.seed();
    return new Sample(
        UUID.randomUUID(),
        wish.department(),
        wish.from(),
        wish.to(),
        seed,
        ended.size(),
        Lot.draw(seed, ended, wish.size()));
  }

  Uni<Sample> find(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Sample(
                    row.getUUID("id"),
                    row.getString("department_code"),
                    row.getLocalDate("from_on"),
                    row.getLocalDate("to_on"),
                    row.getString("seed"),
                    row.getInteger("drawn_from"),
                    Arrays.asList(row.getArrayOfStrings("cases"))));
  }
}
