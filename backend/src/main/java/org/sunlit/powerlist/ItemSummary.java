package org.sunlit.powerlist;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.search.SearchEntry;

/**
 * What lists show of an item on a day.
 *
 * @param free null when the department hasn't said
 */
record ItemSummary(
    String code,
    String name,
    String nameEn,
    String parentName,
    Category category,
    DepartmentRef department,
    String regionCode,
    ItemStatus status,
    Handling handling,
    Limit promisedLimit,
    Integer onlineDepth,
    Integer visits,
    ServiceFor serviceFor,
    Boolean free) {
  static final String SELECT =
      """
      select i.code, v.name, v.name_en, v.parent_name, v.category, v.department_code, v.region_code, v.status,
        v.handling, v.promised_amount, v.promised_unit, v.online_depth, v.visits, v.service_for, v.free
      from power_item_version v join power_item i on i.id = v.item_id
      where v.effective_from <= $1 and (v.effective_to is null or v.effective_to >= $1)
      """;

  static ItemSummary of(Row row, DepartmentRef department) {
    return new ItemSummary(
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("parent_name"),
        Category.of(row.getString("category")),
        department,
        row.getString("region_code"),
        ItemStatus.of(row.getString("status")),
        Handling.of(row.getString("handling")),
        VersionRow.limit(row, "promised_amount", "promised_unit"),
        row.getInteger("online_depth"),
        row.getInteger("visits"),
        row.getString("service_for") == null ? null : ServiceFor.of(row.getString("service_for")),
        row.getBoolean("free"));
  }

  /** What search needs of it. */
  SearchEntry entry(DepartmentView known) {
    return new SearchEntry(
        code,
        name,
        nameEn,
        parentName,
        category.code(),
        List.of(category.zh(), category.en()),
        department.code(),
        Stream.of(known.name(), known.nameEn(), known.shortName(), known.shortNameEn())
            .filter(java.util.Objects::nonNull)
            .toList(),
        known.place(),
        regionCode,
        prefixes(regionCode),
        status.code(),
        handling.code(),
        serviceFor == null ? null : serviceFor.code());
  }

  private static List<String> prefixes(String region) {
    List<String> prefixes = new ArrayList<>();
    for (int length : new int[] {2, 4, 6, 9, 12}) {
      prefixes.add(region.substring(0, length));
    }
    return prefixes;
  }
}
