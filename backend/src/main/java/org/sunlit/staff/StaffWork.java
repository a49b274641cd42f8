package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Directory;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.staff.rules.FieldChange;

/**
 * The only way to change people and posts: one change after the other, in one transaction with its
 * line in the record of changes. A dry run is the same transaction, rolled back, so that it can't
 * promise what the change doesn't do.
 */
@ApplicationScoped
class StaffWork {
  /**
   * One at a time: two that don't see each other could overlap, or take the last administrator
   * away.
   */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('sunlit.staff', 0))";

  private static final String RECORD =
      """
      insert into administrative_change (at, by_account, by_name, action, subject_kind, subject_id, subject_name,
        department_code, region_code, effective_from, fields)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;
  private static final String ADMINISTRATORS =
      """
      select count(*) as left from account
      where kind = 'staff' and not disabled and 'administrator' = any (roles)
        and department_code is null and (region_code is null or substr(region_code, 5) = '00000000')
      """;

  private final Pool pool;
  private final Directory directory;
  private final Clock clock;

  StaffWork(Pool pool, Directory directory, Clock clock) {
    this.pool = pool;
    this.directory = directory;
    this.clock = clock;
  }

  /** Does one change, or tries it. */
  Uni<Done> change(Actor by, boolean dryRun, Function<SqlConnection, Uni<Done>> work) {
    return changes(by, dryRun, connection -> work.apply(connection).map(List::of))
        .map(done -> done.get(0));
  }

  /** Does several changes together, all or none, or tries them. */
  Uni<List<Done>> changes(Actor by, boolean dryRun, Function<SqlConnection, Uni<List<Done>>> work) {
    return pool.withTransaction(
            connection ->
                connection
                    .query(LOCK)
                    .execute()
                    .chain(() -> anAdministrator(connection))
                    .chain(
                        before ->
                            work.apply(connection)
                                .call(() -> stillAnAdministrator(connection, before)))
                    .call(done -> record(connection, by, done))
                    .invoke(
                        done -> {
                          if (dryRun) {
                            throw new Tried(done);
                          }
                        }))
        .invoke(directory::forgetAll)
        .onFailure(Tried.class)
        .recoverWithItem(tried -> ((Tried) tried).done.stream().map(Done::tried).toList());
  }

  private static Uni<Boolean> anAdministrator(SqlConnection connection) {
    return connection
        .query(ADMINISTRATORS)
        .execute()
        .map(rows -> rows.iterator().next().getLong("left") > 0);
  }

  /** Whoever shut the last one out would have nobody to let anybody in again. */
  private static Uni<Void> stillAnAdministrator(SqlConnection connection, boolean before) {
    return anAdministrator(connection)
        .invoke(
            after -> {
              if (before && !after) {
                throw Problem.of(ProblemType.CONFLICT).detail("staff.last-administrator");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> record(SqlConnection connection, Actor by, List<Done> done) {
    List<Tuple> lines =
        done.stream().filter(one -> !one.changes().isEmpty()).map(one -> line(by, one)).toList();
    return lines.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(RECORD).executeBatch(lines).replaceWithVoid();
  }

  private Tuple line(Actor by, Done done) {
    JsonArray fields = new JsonArray();
    done.changes().forEach(change -> fields.add(json(change)));
    return Tuple.tuple()
        .addValue(CityTime.offset(clock.instant()))
        .addValue(by.accountId())
        .addValue(by.displayName())
        .addValue(done.action())
        .addValue(done.subject().kind())
        .addValue(done.subject().id())
        .addValue(done.subject().name())
        .addValue(done.subject().departmentCode())
        .addValue(done.subject().regionCode())
        .addValue(CityTime.offset(done.effectiveFrom()))
        .addValue(fields);
  }

  private static JsonObject json(FieldChange change) {
    return new JsonObject()
        .put("field", change.field())
        .put("before", new JsonArray(change.before()))
        .put("after", new JsonArray(change.after()));
  }

  /** Carries what was tried out of the transaction that is rolled back. */
  private static final class Tried extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Done> done;

    Tried(List<Done> done) {
      super("A dry run", null, false, false);
      this.done = done;
    }
  }
}
