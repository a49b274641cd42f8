package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.ChangeAction;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.place.PlaceChanges.Made;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whom the others turn to in a department (工作联络员制度, D8); shown to the staff, never in public. */
@ApplicationScoped
public class LiaisonOfficers {
  record Officer(
      UUID id,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      String account,
      String name,
      String nameEn,
      String title,
      String telephone,
      Instant since) {}

  private static final String ALL =
      """
      select o.id, o.department_code, d.name as department_name, d.name_en as department_name_en, o.account, a.name,
        a.name_en, a.title, o.telephone, o.named_at
      from liaison_officer o join department d on d.code = o.department_code join account a on a.account = o.account
      where o.until_at is null and not a.disabled
      """;
  private static final String IN_ORDER = ALL + " order by d.place, o.named_at limit 1000";
  private static final String ONE = ALL + " and o.id = $1";
  private static final String OF_ACCOUNT = ALL + " and o.department_code = $1 and o.account = $2";
  private static final String PERSON =
      """
      select name from account
      where account = $1 and department_code = $2 and kind = 'staff' and not disabled
      """;
  private static final String INSERT =
      """
      insert into liaison_officer (id, department_code, account, telephone, named_by, named_at)
      values ($1, $2, $3, $4, $5, $6)
      """;
  private static final String RELEASE = "update liaison_officer set until_at = $2 where id = $1";

  private final Pool pool;
  private final Places places;
  private final PlaceChanges changes;
  private final Clock clock;

  LiaisonOfficers(Pool pool, Places places, PlaceChanges changes, Clock clock) {
    this.pool = pool;
    this.places = places;
    this.changes = changes;
    this.clock = clock;
  }

  Uni<List<Officer>> all() {
    return pool.query(IN_ORDER)
        .execute()
        .map(rows -> PlaceQueries.all(rows, LiaisonOfficers::officer));
  }

  /** Names somebody of a department. */
  public Uni<String> name(String department, String account, String telephone, Actor by) {
    return name(department, account, telephone, by, false).map(Made::id);
  }

  Uni<Made> name(String department, String account, String telephone, Actor by, boolean dryRun) {
    if (telephone.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/telephone", "field.not-blank");
    }
    reached(by, department);
    return changes.make(
        by,
        dryRun,
        connection ->
            connection
                .preparedQuery(PERSON)
                .execute(Tuple.of(account, department))
                .map(
                    rows -> {
                      if (rows.size() == 0) {
                        throw Problem.of(ProblemType.UNPROCESSABLE)
                            .at("/account", "place.not-of-department");
                      }
                      return rows.iterator().next().getString("name");
                    })
                .call(() -> notYet(connection, department, account))
                .chain(name -> named(connection, department, account, name, telephone, by)));
  }

  Uni<Void> release(UUID id, Actor by) {
    return changes
        .make(
            by,
            false,
            connection ->
                connection
                    .preparedQuery(ONE)
                    .execute(Tuple.of(id))
                    .map(
                        rows ->
                            PlaceQueries.all(rows, LiaisonOfficers::officer).stream()
                                .findFirst()
                                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                    .invoke(officer -> reached(by, officer.departmentCode()))
                    .call(
                        () ->
                            connection
                                .preparedQuery(RELEASE)
                                .execute(Tuple.of(id, CityTime.offset(clock.instant()))))
                    .map(
                        officer ->
                            made(
                                id,
                                ChangeAction.LIAISON_RELEASED,
                                officer.departmentCode(),
                                officer.name(),
                                new PlaceChanges.Fields()
                                    .of("account", officer.name(), null)
                                    .of("telephone", officer.telephone(), null))))
        .replaceWithVoid();
  }

  private static void reached(Actor by, String department) {
    if (Scope.of(by).department() != null && !Scope.of(by).department().equals(department)) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
  }

  private static Uni<Void> notYet(SqlConnection connection, String department, String account) {
    return connection
        .preparedQuery(OF_ACCOUNT)
        .execute(Tuple.of(department, account))
        .invoke(
            rows -> {
              if (rows.size() > 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("place.liaison-already");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Made> named(
      SqlConnection connection,
      String department,
      String account,
      String name,
      String telephone,
      Actor by) {
    UUID id = UUID.randomUUID();
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                id,
                department,
                account,
                telephone.strip(),
                by.accountId(),
                CityTime.offset(clock.instant())))
        .replaceWith(
            made(
                id,
                ChangeAction.LIAISON_NAMED,
                department,
                name,
                new PlaceChanges.Fields()
                    .of("account", null, name)
                    .of("telephone", null, telephone.strip())));
  }

  private Made made(
      UUID id, ChangeAction action, String department, String name, PlaceChanges.Fields fields) {
    return new Made(
        id.toString(),
        action,
        new AdministrativeChange.Subject(id.toString(), name, null, department, null),
        places.today(),
        fields.all(),
        0,
        true);
  }

  private static Officer officer(Row row) {
    return new Officer(
        row.getUUID("id"),
        row.getString("department_code"),
        row.getString("department_name"),
        row.getString("department_name_en"),
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("title"),
        row.getString("telephone"),
        row.getOffsetDateTime("named_at").toInstant());
  }
}
