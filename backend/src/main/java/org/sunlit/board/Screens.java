package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The register of screens (K2). */
@ApplicationScoped
public class Screens {

  private static final String COLUMNS =
      "select code, name, name_en, kind, region_code, department_code from screen";
  private static final String ALL = COLUMNS + " order by position, code";
  private static final String FIND = COLUMNS + " where code = $1";
  private static final String REGISTER =
      """
      insert into screen (code, name, name_en, kind, region_code, department_code, position)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
        region_code = excluded.region_code, department_code = excluded.department_code,
        position = excluded.position
      """;

  private final Pool pool;

  Screens(Pool pool) {
    this.pool = pool;
  }

  /**
   * Enters screens into the register, in their order; one that is there already is brought up to
   * date.
   */
  public Uni<Void> register(List<Screen> screens) {
    List<Tuple> rows =
        IntStream.range(0, screens.size())
            .mapToObj(position -> row(screens.get(position), position))
            .toList();
    return pool.withTransaction(connection -> connection.preparedQuery(REGISTER).executeBatch(rows))
        .replaceWithVoid();
  }

  Uni<List<Screen>> all() {
    return pool.query(ALL).execute().map(Screens::screens);
  }

  /** The screen of that code; the whole city for none. */
  Uni<Optional<Screen>> find(String code) {
    if (code.isEmpty()) {
      return Uni.createFrom().item(Optional.of(Screen.WHOLE_CITY));
    }
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(code))
        .map(rows -> screens(rows).stream().findFirst());
  }

  private static Tuple row(Screen screen, int position) {
    return Tuple.tuple()
        .addString(screen.code())
        .addString(screen.name())
        .addString(screen.nameEn())
        .addString(screen.kind())
        .addString(screen.regionCode())
        .addString(screen.departmentCode())
        .addInteger(position);
  }

  private static List<Screen> screens(Iterable<Row> rows) {
    List<Screen> screens = new ArrayList<>();
    for (Row row : rows) {
      screens.add(
          new Screen(
              row.getString("code"),
              row.getString("name"),
              row.getString("name_en"),
              row.getString("kind"),
              row.getString("region_code"),
              row.getString("department_code")));
    }
    return screens;
  }
}
