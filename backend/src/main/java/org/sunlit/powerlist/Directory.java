package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The departments and regions known at a moment.
 *
 * @param departments by main code
 * @param mainCodes every code a department is known by, to its main code
 * @param regions by code
 */
record Directory(
    Map<String, DepartmentView> departments,
    Map<String, String> mainCodes,
    Map<String, RegionLevel> regions) {

  static Uni<Directory> of(SqlConnection connection) {
    return connection
        .query(DepartmentView.SELECT)
        .execute()
        .map(rows -> rows.stream().map(DepartmentView::of).toList())
        .flatMap(
            departments ->
                connection
                    .query("select code, department_code from department_code")
                    .execute()
                    .flatMap(
                        codes ->
                            connection
                                .query("select code, level from region")
                                .execute()
                                .map(regions -> of(departments, codes, regions))));
  }

  private static Directory of(
      List<DepartmentView> departments, Iterable<Row> codes, Iterable<Row> regions) {
    Map<String, DepartmentView> byCode = new HashMap<>();
    Map<String, String> mainCodes = new HashMap<>();
    for (DepartmentView department : departments) {
      byCode.put(department.code(), department);
      mainCodes.put(department.code(), department.code());
    }
    codes.forEach(row -> mainCodes.put(row.getString("code"), row.getString("department_code")));
    Map<String, RegionLevel> levels = new HashMap<>();
    regions.forEach(
        row -> levels.put(row.getString("code"), RegionLevel.of(row.getString("level"))));
    return new Directory(byCode, mainCodes, levels);
  }
}
