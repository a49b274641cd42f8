package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.appointment.rules.AppointmentState;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Whoever comes by appointment, as those see it who serve them: in a department's window its own
 * people, in a township or village the people there. Who may see whom is asked in the SQL.
 */
@ApplicationScoped
public class Desk {
  /** Within how many working days somebody is called after they were served. */
  private static final int CALL_WITHIN = 3;

  private static final String REACHED =
      " and " + Reach.within("coalesce(s.department_code, '')", "s.region_code", 1) + " ";
  private static final String DAY =
      Stored.SELECT
          + " where a.place_code = $6 and a.day = $7"
          + REACHED
          + "order by a.starts, a.ticket limit 500";
  private static final String ONE = Stored.SELECT + " where a.id = $6" + REACHED;

  /** The first who waits; somebody else's call of the same moment takes the one after. */
  private static final String NEXT =
      """
      update appointment set state = 'called', changed_at = $8, changed_by = $9, version = version + 1
      where id = (
        select a.id from appointment a join ("""
          + Schedule.SELECT
          + """
          ) s on s.id = a.schedule_id
        where a.place_code = $6 and a.day = $7 and a.state = 'booked' and s.way = 'window'
      """
          + REACHED
          + """
        order by a.starts, a.ticket limit 1 for update of a skip locked
      ) returning id
      """;

  private static final String MARK =
      """
      update appointment set state = $3, changed_at = $4, changed_by = $5, version = version + 1
      where id = $1 and version = $2
      """;
  private static final String CALL_BACK =
      """
      insert into call_back (id, appointment_id, place_code, due_on) values ($1, $2, $3, $4)
      on conflict (appointment_id) do nothing
      """;

  private final Pool pool;
  private final Schedules schedules;
  private final Vault vault;
  private final AccessTrail trail;
  private final Clock clock;

  Desk(Pool pool, Schedules schedules, Vault vault, AccessTrail trail, Clock clock) {
    this.pool = pool;
    this.schedules = schedules;
    this.vault = vault;
    this.trail = trail;
    this.clock = clock;
  }

  /** Who comes on a day; today when it is null. */
  Uni<List<Stored>> day(String placeCode, LocalDate day, Actor actor) {
    return pool.preparedQuery(DAY)
        .execute(
            reach(actor)
                .addString(placeCode)
                .addValue(day == null ? schedules.now().toLocalDate() : day))
        .map(rows -> Schedules.all(rows, Stored::of));
  }

  /** Calls whoever is next. */
  public Uni<UUID> callNext(String placeCode, Actor actor) {
    return pool.preparedQuery(NEXT)
        .execute(
            reach(actor)
                .addString(placeCode)
                .addValue(schedules.now().toLocalDate())
                .addValue(CityTime.offset(clock.instant()))
                .addString(actor.accountId()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND).detail("appointment.nobody-waits");
              }
              return rows.iterator().next().getUUID("id");
            });
  }

  Uni<Stored> find(UUID id, Actor actor) {
    return find(pool, id, actor);
  }

  private static Uni<Stored> find(SqlClient client, UUID id, Actor actor) {
    return client
        .preparedQuery(ONE)
        .execute(reach(actor).addUUID(id))
        .map(
            rows ->
                Schedules.all(rows, Stored::of).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** How to reach them; that somebody looked is kept. */
  Uni<Stored.Personal> contact(UUID id, Actor actor, UUID session) {
    return find(id, actor)
        .call(
            () ->
                trail.write(
                    Look.by(actor, session, LookKind.PLAIN_VALUES_SEEN)
                        .at(List.of("name", "phone", "address"), "appointment")))
        .map(stored -> stored.personal(vault));
  }

  /** Marks what became of it; who was served is called afterwards (电话回访). */
  public Uni<UUID> mark(UUID id, int seen, AppointmentState state, Actor actor) {
    return pool.withTransaction(
        connection ->
            find(connection, id, actor)
                .invoke(stored -> possible(stored, seen, state))
                .call(
                    stored ->
                        connection
                            .preparedQuery(MARK)
                            .execute(
                                Tuple.of(
                                    id,
                                    seen,
                                    state.code(),
                                    CityTime.offset(clock.instant()),
                                    actor.accountId()))
                            .invoke(
                                rows -> {
                                  if (rows.rowCount() == 0) {
                                    throw Problem.of(ProblemType.STALE_VERSION);
                                  }
                                }))
                .call(stored -> callBack(connection, stored, state))
                .map(Stored::id));
  }

  private void possible(Stored stored, int seen, AppointmentState state) {
    if (stored.version() != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    if (!stored.state().next(stored.startsAt(), clock.instant()).contains(state)) {
      throw Problem.of(ProblemType.CONFLICT).detail("appointment.not-now");
    }
  }

  private Uni<Void> callBack(SqlConnection connection, Stored stored, AppointmentState state) {
    return state != AppointmentState.SERVED
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(CALL_BACK)
            .execute(
                Tuple.of(
                    UUID.randomUUID(),
                    stored.id(),
                    stored.schedule().placeCode(),
                    schedules.workingDaysFromNow(CALL_WITHIN)))
            .replaceWithVoid();
  }

  static Tuple reach(Actor actor) {
    return Reach.of(actor).addTo(Tuple.tuple());
  }
}
