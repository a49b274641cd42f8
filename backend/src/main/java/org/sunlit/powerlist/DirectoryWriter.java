package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes regions and departments; what is equal already is left alone. */
final class DirectoryWriter {
  private static final String REGION =
      """
      insert into region (code, name, name_en, level, parent_code) values ($1, $2, $3, $4, $5)
      on conflict (code) do update set name = excluded.name, name_en = coalesce(excluded.name_en, region.name_en),
        level = excluded.level, parent_code = coalesce(excluded.parent_code, region.parent_code)
      where (region.name, region.name_en, region.level, region.parent_code) is distinct from
        (excluded.name, coalesce(excluded.name_en, region.name_en), excluded.level,
          coalesce(excluded.parent_code, region.parent_code))
      """;
  private static final String DEPARTMENT =
      """
      insert into department (code, name, region_code, name_en, short_name, short_name_en, duty, duty_en,
        telephone, supervision_telephone, address, address_en, place)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
        (select coalesce(max(place), 0) + 1 from department))
      on conflict (code) do update set name = excluded.name, region_code = excluded.region_code,
        name_en = coalesce(excluded.name_en, department.name_en),
        short_name = coalesce(excluded.short_name, department.short_name),
        short_name_en = coalesce(excluded.short_name_en, department.short_name_en),
        duty = coalesce(excluded.duty, department.duty), duty_en = coalesce(excluded.duty_en, department.duty_en),
        telephone = coalesce(excluded.telephone, department.telephone),
        supervision_telephone = coalesce(excluded.supervision_telephone, department.supervision_telephone),
        address = coalesce(excluded.address, department.address),
        address_en = coalesce(excluded.address_en, department.address_en)
      """;
  private static final String CODE =
      """
      insert into department_code (code, department_code) values ($1, $2) on conflict (code) do nothing
      """;

  private final SqlConnection connection;

  DirectoryWriter(SqlConnection connection) {
    this.connection = connection;
  }

  Uni<Integer> write(
      List<RegionDraft> regions, List<DepartmentDraft> departments, Map<String, String> codes) {
    List<Tuple> regionRows =
        regions.stream()
            .map(
                region ->
                    Tuple.of(
                        region.code(),
                        region.name(),
                        region.nameEn(),
                        region.level().code(),
                        region.parent()))
            .toList();
    List<Tuple> codeRows = new ArrayList<>();
    departments.forEach(one -> codeRows.add(Tuple.of(one.code(), one.code())));
    codes.forEach((code, main) -> codeRows.add(Tuple.of(code, main)));
    return batch(REGION, regionRows)
        .chain(() -> count())
        .flatMap(
            before ->
                batch(DEPARTMENT, departments.stream().map(DirectoryWriter::row).toList())
                    .chain(() -> batch(CODE, codeRows))
                    .chain(() -> count())
                    .map(after -> after - before));
  }

  private static Tuple row(DepartmentDraft one) {
    return Tuple.from(
        java.util.Arrays.asList(
            one.code(),
            one.name(),
            one.region(),
            one.nameEn(),
            one.shortName(),
            one.shortNameEn(),
            one.duty(),
            one.dutyEn(),
            one.telephone(),
            one.supervisionTelephone(),
            one.address(),
            one.addressEn()));
  }

  private Uni<Integer> count() {
    return connection
        .query("select count(*)::int as n from department")
        .execute()
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  private Uni<Void> batch(String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
  }
}
