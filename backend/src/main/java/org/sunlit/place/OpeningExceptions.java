package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.ChangeAction;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.place.PlaceChanges.Made;
import org.sunlit.place.rules.Opening;
import org.sunlit.place.rules.OpeningException;
import org.sunlit.place.rules.OpeningPlan;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Keeps the days on which places are open otherwise than usual (临时休息、调整开放时间). Bookings and
 * attendance read them with the hours; whoever is booked for a time that is closed now is told.
 */
@ApplicationScoped
public class OpeningExceptions {
  /**
   * A change with whom it concerns.
   *
   * @param booked how many appointments ahead fall on a time at which the place is closed then
   */
  record Kept(Made made, int booked) {}

  private static final String OF_PLACE = "select opening_exceptions($1) as exceptions";
  private static final String FORGET = "delete from opening_exception where place_code = $1";
  private static final String KEEP =
      """
      insert into opening_exception (id, place_code, from_on, until_on, hours, why, why_en)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String SEEN = "update place set version = version + 1 where code = $1";
  private static final String BOOKED =
      """
      select a.day, a.starts, s.slot_minutes from appointment a join appointment_schedule s on s.id = a.schedule_id
      where a.place_code = $1 and a.state = 'booked' and a.day >= $2
      """;

  private final PlaceQueries queries;
  private final Places places;
  private final PlaceChanges changes;
  private final CalendarService calendars;

  OpeningExceptions(
      PlaceQueries queries, Places places, PlaceChanges changes, CalendarService calendars) {
    this.queries = queries;
    this.places = places;
    this.changes = changes;
    this.calendars = calendars;
  }

  /** Those of a place that hold today or later, by day. */
  Uni<List<OpeningException>> ahead(String code) {
    return all(queries.pool(), code).map(all -> OpeningPlan.ahead(all, places.today()));
  }

  /**
   * Writes anew what holds from today on.
   *
   * @param seen the place's version last seen
   */
  public Uni<String> keep(String code, List<OpeningException> wanted, int seen, Actor by) {
    return keep(code, wanted, seen, by, false).map(kept -> kept.made().id());
  }

  Uni<Kept> keep(String code, List<OpeningException> wanted, int seen, Actor by, boolean dryRun) {
    return changes
        .make(
            by,
            dryRun,
            connection ->
                queries
                    .find(connection, code, places.today())
                    .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                    .invoke(place -> allowed(place, seen, by))
                    .chain(place -> write(connection, place, wanted)))
        .chain(made -> booked(code, wanted).map(booked -> new Kept(made, booked)));
  }

  private static void allowed(PlaceRow place, int seen, Actor by) {
    if (!Scope.of(by).covers(null, place.regionCode())) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    if (place.version() != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
  }

  private Uni<Made> write(SqlConnection connection, PlaceRow place, List<OpeningException> wanted) {
    return all(connection, place.code())
        .map(before -> new OpeningPlan(before, wanted, places.today()))
        .invoke(OpeningExceptions::check)
        .call(plan -> store(connection, place.code(), plan.kept()))
        .map(plan -> made(place, plan));
  }

  private static void check(OpeningPlan plan) {
    plan.firstWrong()
        .ifPresent(
            wrong -> {
              throw Problem.of(ProblemType.UNPROCESSABLE).at(wrong.pointer(), wrong.messageKey());
            });
  }

  private static Uni<Void> store(
      SqlConnection connection, String code, List<OpeningException> kept) {
    Uni<Void> written = connection.preparedQuery(FORGET).execute(Tuple.of(code)).replaceWithVoid();
    if (!kept.isEmpty()) {
      List<Tuple> rows = kept.stream().map(exception -> row(code, exception)).toList();
      written =
          written.chain(() -> connection.preparedQuery(KEEP).executeBatch(rows)).replaceWithVoid();
    }
    return written
        .chain(() -> connection.preparedQuery(SEEN).execute(Tuple.of(code)))
        .replaceWithVoid();
  }

  private static Tuple row(String code, OpeningException exception) {
    return Tuple.tuple()
        .addUUID(UUID.randomUUID())
        .addString(code)
        .addLocalDate(exception.from())
        .addLocalDate(exception.until())
        .addValue(StoredHours.write(exception.hours()))
        .addString(exception.why().strip())
        .addString(exception.whyEn());
  }

  private Made made(PlaceRow place, OpeningPlan plan) {
    return new Made(
        place.code(),
        ChangeAction.PLACE_CHANGED,
        new AdministrativeChange.Subject(
            place.code(), place.name(), place.nameEn(), null, place.regionCode()),
        places.today(),
        new PlaceChanges.Fields().of("exceptions", texts(plan.before()), texts(plan.kept())).all(),
        0,
        true);
  }

  private List<String> texts(List<OpeningException> all) {
    return OpeningPlan.ahead(all, places.today()).stream().map(OpeningException::text).toList();
  }

  private Uni<Integer> booked(String code, List<OpeningException> wanted) {
    return queries
        .find(code, places.today())
        .map(found -> new Opening(found.orElseThrow().hours(), wanted))
        .chain(
            opening ->
                queries
                    .pool()
                    .preparedQuery(BOOKED)
                    .execute(Tuple.of(code, places.today()))
                    .map(rows -> (int) rows.stream().filter(row -> closed(row, opening)).count()));
  }

  private boolean closed(Row booked, Opening opening) {
    return !opening.isOpen(
        booked.getLocalDate("day"),
        booked.getLocalTime("starts"),
        booked.getInteger("slot_minutes"),
        calendars.current()::isWorkingDay);
  }

  private static Uni<List<OpeningException>> all(SqlClient client, String code) {
    return client.preparedQuery(OF_PLACE).execute(Tuple.of(code)).map(OpeningExceptions::read);
  }

  private static List<OpeningException> read(RowSet<Row> rows) {
    return StoredHours.exceptions(rows.iterator().next().getJsonArray("exceptions"));
  }
}
