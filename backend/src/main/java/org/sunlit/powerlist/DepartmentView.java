package org.sunlit.powerlist;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;

/**
 * A department as everybody may see it.
 *
 * @param place its place in the city's order
 * @param openedOn its first day, or null
 * @param closedOn the first day on which it is no more, or null
 */
record DepartmentView(
    String code,
    String name,
    String nameEn,
    String shortName,
    String shortNameEn,
    String regionCode,
    String duty,
    String telephone,
    String supervisionTelephone,
    String address,
    int place,
    LocalDate openedOn,
    LocalDate closedOn) {
  static final String SELECT =
      """
      select code, name, name_en, short_name, short_name_en, region_code, duty, telephone, supervision_telephone,
        address, place, opened_on, closed_on
      from department order by place, code
      """;

  static DepartmentView of(Row row) {
    return new DepartmentView(
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("short_name"),
        row.getString("short_name_en"),
        row.getString("region_code"),
        row.getString("duty"),
        row.getString("telephone"),
        row.getString("supervision_telephone"),
        row.getString("address"),
        row.getInteger("place"),
        row.getLocalDate("opened_on"),
        row.getLocalDate("closed_on"));
  }

  /** Whether it is there on a day. */
  boolean standsOn(LocalDate day) {
    return (openedOn == null || !day.isBefore(openedOn))
        && (closedOn == null || day.isBefore(closedOn));
  }

  DepartmentRef reference() {
    return new DepartmentRef(code, name, nameEn);
  }
}
