package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.identity.Actor;

/**
 * Changes what places are and may do: one after the other, each in one transaction with its line in
 * the record of changes. A dry run is the same transaction, rolled back, so that it can't promise
 * what the change doesn't do.
 */
@ApplicationScoped
class PlaceChanges {
  /** One at a time: two that don't see each other could delegate the same thing twice. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('sunlit.place', 0))";

  /**
   * A change that was made or tried.
   *
   * @param id of what is made or changed
   * @param fields what differs: objects with {@code field}, {@code before} and {@code after}, both
   *     lists
   * @param runningCases open cases that stay under what is ended
   */
  record Made(
      String id,
      ChangeAction action,
      AdministrativeChange.Subject subject,
      LocalDate effectiveFrom,
      JsonArray fields,
      long runningCases,
      boolean applied) {
    private Made tried() {
      return new Made(id, action, subject, effectiveFrom, fields, runningCases, false);
    }
  }

  private final Pool pool;
  private final AdministrativeChanges changes;
  private final Clock clock;

  PlaceChanges(Pool pool, AdministrativeChanges changes, Clock clock) {
    this.pool = pool;
    this.changes = changes;
    this.clock = clock;
  }

  /** Makes a change, or tries it. */
  Uni<Made> make(Actor by, boolean dryRun, Function<SqlConnection, Uni<Made>> work) {
    return pool.withTransaction(
            connection ->
                connection
                    .query(LOCK)
                    .execute()
                    .chain(() -> work.apply(connection))
                    .call(made -> record(connection, by, made))
                    .invoke(
                        made -> {
                          if (dryRun) {
                            throw new Tried(made.tried());
                          }
                        }))
        .onFailure(Tried.class)
        .recoverWithItem(tried -> ((Tried) tried).made);
  }

  private Uni<Void> record(SqlConnection connection, Actor by, Made made) {
    return made.fields().isEmpty()
        ? Uni.createFrom().voidItem()
        : changes.record(
            connection,
            new AdministrativeChange(
                clock.instant(),
                by,
                made.action(),
                made.subject(),
                made.effectiveFrom(),
                made.fields().encode()));
  }

  /** Gathers which fields differ. */
  static final class Fields {
    private final JsonArray all = new JsonArray();

    /** A field with one value or many; null is none, and what stays the same is left out. */
    Fields of(String field, Object before, Object after) {
      List<String> was = values(before);
      List<String> is = values(after);
      if (!was.equals(is)) {
        all.add(
            new JsonObject()
                .put("field", field)
                .put("before", new JsonArray(was))
                .put("after", new JsonArray(is)));
      }
      return this;
    }

    private static List<String> values(Object said) {
      if (said == null) {
        return List.of();
      }
      return said instanceof Collection<?> many
          ? many.stream().map(String::valueOf).toList()
          : List.of(said.toString());
    }

    JsonArray all() {
      return all;
    }
  }

  /** Carries what was tried out of the transaction that is rolled back. */
  private static final class Tried extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Made made;

    Tried(Made made) {
      super("A dry run", null, false, false);
      this.made = made;
    }
  }
}
