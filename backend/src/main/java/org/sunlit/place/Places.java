package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.ChangeAction;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.place.PlaceChanges.Made;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Sets places up and keeps what is said of them. */
@ApplicationScoped
public class Places {
  /** What is said of a place. */
  public record Form(
      PlaceKind kind,
      String regionCode,
      String name,
      String nameEn,
      String address,
      String addressEn,
      String telephone,
      Hours hours) {}

  private static final String REGION =
      "select exists (select from region where code = $1) as known";
  private static final String TAKEN =
      "select code from place where region_code = $1 and kind = $2 and code <> $3";
  private static final String INSERT =
      """
      insert into place (kind, region_code, name, name_en, address, address_en, telephone, hours, code)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;
  private static final String UPDATE =
      """
      update place set kind = $1, region_code = $2, name = $3, name_en = $4, address = $5, address_en = $6,
        telephone = $7, hours = $8, version = version + 1
      where code = $9
      """;

  private final PlaceQueries queries;
  private final PlaceChanges changes;
  private final Clock clock;

  Places(PlaceQueries queries, PlaceChanges changes, Clock clock) {
    this.queries = queries;
    this.changes = changes;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  /**
   * Sets a place up, or changes what is said of it.
   *
   * @param seen the version last seen; 0 for a new place
   */
  public Uni<String> keep(String code, Form form, int seen, Actor by) {
    return keep(code, form, seen, by, false).map(Made::id);
  }

  Uni<Made> keep(String code, Form form, int seen, Actor by, boolean dryRun) {
    check(form);
    return changes.make(
        by,
        dryRun,
        connection ->
            queries
                .find(connection, code, today())
                .call(before -> allowed(before, form, seen, by))
                .call(before -> known(connection, code, form))
                .call(before -> write(connection, code, form, before.isEmpty()))
                .map(before -> made(code, form, before.orElse(null))));
  }

  private static void check(Form form) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (form.name().isBlank()) {
      throw wrong.at("/name", "field.not-blank");
    }
    if (form.address().isBlank()) {
      throw wrong.at("/address", "field.not-blank");
    }
    int hours = form.hours().firstWrong();
    if (hours >= 0) {
      throw wrong.at("/hours/" + hours + "/until", "place.hours-order");
    }
    int digits = Regions.prefix(form.regionCode()).length();
    boolean fits =
        switch (form.kind()) {
          case CITY_HALL -> digits <= Regions.prefix("110101000000").length();
          case TOWNSHIP_CENTRE -> digits == Regions.prefix("110101001000").length();
          case VILLAGE_ROOM -> digits == form.regionCode().length();
        };
    if (!fits) {
      throw wrong.at("/regionCode", "place.region-level");
    }
  }

  private Uni<Void> allowed(Optional<PlaceRow> before, Form form, int seen, Actor by) {
    Scope scope = Scope.of(by);
    boolean reached =
        scope.covers(null, form.regionCode())
            && before.map(row -> scope.covers(null, row.regionCode())).orElse(true);
    if (!reached) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    if (before.map(PlaceRow::version).orElse(0) != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> known(SqlConnection connection, String code, Form form) {
    return connection
        .preparedQuery(REGION)
        .execute(Tuple.of(form.regionCode()))
        .invoke(
            rows -> {
              if (!rows.iterator().next().getBoolean("known")) {
                throw Problem.of(ProblemType.UNPROCESSABLE)
                    .at("/regionCode", "apply.region-unknown");
              }
            })
        .chain(
            () ->
                connection
                    .preparedQuery(TAKEN)
                    .execute(Tuple.of(form.regionCode(), form.kind().code(), code)))
        .invoke(
            rows -> {
              if (rows.size() > 0 && form.kind() != PlaceKind.CITY_HALL) {
                throw Problem.of(ProblemType.CONFLICT)
                    .detail("place.one-each", rows.iterator().next().getString("code"));
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> write(SqlConnection connection, String code, Form form, boolean isNew) {
    return connection
        .preparedQuery(isNew ? INSERT : UPDATE)
        .execute(
            Tuple.tuple()
                .addString(form.kind().code())
                .addString(form.regionCode())
                .addString(form.name().strip())
                .addString(form.nameEn())
                .addString(form.address().strip())
                .addString(form.addressEn())
                .addString(form.telephone().strip())
                .addValue(StoredHours.write(form.hours()))
                .addString(code))
        .replaceWithVoid();
  }

  private Made made(String code, Form form, PlaceRow before) {
    PlaceChanges.Fields fields =
        new PlaceChanges.Fields()
            .of("kind", before == null ? null : before.kind().code(), form.kind().code())
            .of("regionCode", before == null ? null : before.regionCode(), form.regionCode())
            .of("name", before == null ? null : before.name(), form.name().strip())
            .of("nameEn", before == null ? null : before.nameEn(), form.nameEn())
            .of("address", before == null ? null : before.address(), form.address().strip())
            .of("addressEn", before == null ? null : before.addressEn(), form.addressEn())
            .of("telephone", before == null ? null : before.telephone(), form.telephone().strip())
            .of("hours", before == null ? null : before.hours().texts(), form.hours().texts());
    return new Made(
        code,
        ChangeAction.PLACE_CHANGED,
        new AdministrativeChange.Subject(
            code, form.name().strip(), form.nameEn(), null, form.regionCode()),
        today(),
        fields.all(),
        0,
        true);
  }
}
