package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.identity.Scope;
import org.sunlit.place.rules.RoomItem;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Checks of village rooms against their standard (有场所、牌子、值班、电话、登记簿、流程和指南, D4), by the township's
 * people. The newest check is what the public sees.
 */
@ApplicationScoped
public class RoomChecks {
  /** What a check found. */
  record Check(UUID id, LocalDate checkedOn, List<RoomItem> met, String byName) {}

  private static final String ROOM =
      "select region_code from place where code = $1 and kind = 'villageRoom'";
  private static final String INSPECTED =
      ROOM + " and ($2::boolean or region_code like any ($3::text[]))";
  private static final String ALL =
      """
      select id, checked_on, met, by_name from room_check where place_code = $1
      order by checked_on desc, recorded_at desc limit 100
      """;
  private static final String ONE =
      "select id, checked_on, met, by_name from room_check where id = $1";
  private static final String INSERT =
      """
      insert into room_check (id, place_code, checked_on, met, by_account, by_name, recorded_at)
      values (:id, :place, :day, array(select jsonb_array_elements_text(cast(cast(:met as text) as jsonb))),
        :by, :name, :at)
      """;

  private final Pool pool;
  private final Idempotency idempotency;
  private final Clock clock;

  RoomChecks(Pool pool, Idempotency idempotency, Clock clock) {
    this.pool = pool;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  Uni<List<Check>> all(String placeCode) {
    return pool.preparedQuery(ROOM)
        .execute(Tuple.of(placeCode))
        .invoke(rows -> orNone(rows.size()))
        .chain(() -> pool.preparedQuery(ALL).execute(Tuple.of(placeCode)))
        .map(rows -> PlaceQueries.all(rows, RoomChecks::check));
  }

  /** Records a check of a room that the inspector's township looks after. */
  public Uni<UUID> record(
      String placeCode, LocalDate day, Set<RoomItem> met, Actor by, String idempotencyKey) {
    if (day.isAfter(LocalDate.ofInstant(clock.instant(), CityTime.ZONE))) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/checkedOn", "place.day-future");
    }
    JsonArray items = new JsonArray();
    new TreeSet<>(met).forEach(item -> items.add(item.code()));
    byte[] request =
        new JsonObject()
            .put("day", day.toString())
            .put("met", items)
            .encode()
            .getBytes(StandardCharsets.UTF_8);
    UUID id = UUID.randomUUID();
    boolean everywhere = by.is(Role.ADMINISTRATOR) && Scope.of(by).everybody();
    return pool.preparedQuery(INSPECTED)
        .execute(
            Tuple.tuple()
                .addString(placeCode)
                .addBoolean(everywhere)
                .addArrayOfString(LocalReach.of(by).patterns()))
        .invoke(rows -> orNone(rows.size()))
        .chain(
            () ->
                idempotency.once(
                    "checkRoom " + placeCode,
                    by.accountId(),
                    idempotencyKey,
                    request,
                    session ->
                        session
                            .createNativeQuery(INSERT)
                            .setParameter("id", id)
                            .setParameter("place", placeCode)
                            .setParameter("day", day)
                            .setParameter("met", items.encode())
                            .setParameter("by", by.accountId())
                            .setParameter("name", by.displayName())
                            .setParameter("at", CityTime.offset(clock.instant()))
                            .executeUpdate()
                            .replaceWith(new Reply(201, id.toString()))))
        .map(reply -> UUID.fromString(reply.body()));
  }

  Uni<Check> find(UUID id) {
    return pool.preparedQuery(ONE).execute(Tuple.of(id)).map(rows -> check(rows.iterator().next()));
  }

  private static void orNone(int rows) {
    if (rows == 0) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private static Check check(Row row) {
    return new Check(
        row.getUUID("id"),
        row.getLocalDate("checked_on"),
        PlaceRow.items(row.getArrayOfStrings("met")),
        row.getString("by_name"));
  }
}
