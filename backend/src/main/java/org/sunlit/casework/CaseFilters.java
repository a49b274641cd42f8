package org.sunlit.casework;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Ways of looking at cases that somebody comes back to, their own and nobody else's. A filter says
 * what is asked for and not what was found: it shows what its owner may see at that moment.
 */
@ApplicationScoped
class CaseFilters {
  /** As many as fit beside each other; each is counted whenever the list is shown. */
  static final int MOST = 12;

  private static final String OWN =
      """
      select id, name, scope, state, due, q from case_filter
      where account = $1 order by created_at, id
      """;

  /**
   * Looks and adds in one statement, after the account's row is locked: two at once can't be one
   * too many.
   */
  private static final String ADD =
      """
      with owner as (select account from account where account = $2 for update)
      insert into case_filter (id, account, name, scope, state, due, q, created_at)
      select $1, owner.account, $3, $4, $5, $6, $7, $8 from owner
      where (select count(*) from case_filter f where f.account = owner.account) < $9
      on conflict (account, name) do update
        set scope = excluded.scope, state = excluded.state, due = excluded.due, q = excluded.q
      returning id
      """;

  private static final String REMOVE = "delete from case_filter where account = $1 and id = $2";

  /**
   * A kept filter.
   *
   * @param found how many cases it finds now
   */
  record Kept(UUID id, String name, CaseList.Asked asked, long found) {}

  private final Pool pool;
  private final CaseList cases;
  private final Clock clock;

  CaseFilters(Pool pool, CaseList cases, Clock clock) {
    this.pool = pool;
    this.cases = cases;
    this.clock = clock;
  }

  /** Theirs, in the order they were kept, each with what it finds now. */
  Uni<List<Kept>> of(Actor actor) {
    return pool.preparedQuery(OWN)
        .execute(Tuple.of(actor.accountId()))
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows)
                    .onItem()
                    .transformToUniAndConcatenate(row -> counted(row, actor))
                    .collect()
                    .asList());
  }

  /**
   * Keeps one more; a name that is there already means this from now on.
   *
   * @throws Problem 422 when there are {@link #MOST} already
   */
  Uni<Kept> keep(String name, CaseList.Asked asked, Actor actor) {
    Tuple wanted = Tuple.tuple();
    wanted
        .addUUID(UUID.randomUUID())
        .addString(actor.accountId())
        .addString(name)
        .addString(asked.mine() ? "mine" : "department")
        .addString(asked.state())
        .addString(asked.due())
        .addString(asked.q())
        .addOffsetDateTime(CityTime.offset(clock.instant()))
        .addInteger(MOST);
    return pool.preparedQuery(ADD)
        .execute(wanted)
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/name", "filter.most", MOST);
              }
              return rows.iterator().next().getUUID("id");
            })
        .chain(id -> cases.count(asked, actor).map(found -> new Kept(id, name, asked, found)));
  }

  /**
   * Forgets one of theirs.
   *
   * @throws Problem 404 when they have no such
   */
  Uni<Void> forget(UUID id, Actor actor) {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(actor.accountId(), id))
        .invoke(
            removed -> {
              if (removed.rowCount() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Kept> counted(Row row, Actor actor) {
    CaseList.Asked asked =
        new CaseList.Asked(
            row.getString("scope").equals("mine"),
            row.getString("state"),
            row.getString("due"),
            row.getString("q"),
            1,
            null);
    return cases
        .count(asked, actor)
        .map(found -> new Kept(row.getUUID("id"), row.getString("name"), asked, found));
  }
}
