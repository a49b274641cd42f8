package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.powerlist.search.CatalogueIndex;
import org.sunlit.powerlist.search.SearchEntry;

/**
 * The whole list as it stands on one day, in memory and searchable.
 *
 * @param on the day
 * @param counter the change counter it was read at
 * @param items every item with a version that day, whatever its status
 * @param index finds items by their place in {@code items}
 * @param departments in the city's order
 * @param regions parents before children
 * @param itemsInForce by department code
 */
record Snapshot(
    LocalDate on,
    long counter,
    List<ItemSummary> items,
    CatalogueIndex index,
    List<DepartmentView> departments,
    List<RegionDraft> regions,
    Map<String, Integer> itemsInForce) {

  /** Builds the index; slow for long lists. */
  static Snapshot of(
      LocalDate on,
      long counter,
      List<ItemSummary> items,
      List<DepartmentView> departments,
      List<RegionDraft> regions) {
    Map<String, DepartmentView> known = new HashMap<>();
    departments.forEach(department -> known.put(department.code(), department));
    List<SearchEntry> entries = new ArrayList<>(items.size());
    Map<String, Integer> inForce = new LinkedHashMap<>();
    for (ItemSummary item : items) {
      entries.add(item.entry(known.get(item.department().code())));
      if (item.status() == ItemStatus.IN_FORCE) {
        inForce.merge(item.department().code(), 1, Integer::sum);
      }
    }
    return new Snapshot(
        on,
        counter,
        List.copyOf(items),
        new CatalogueIndex(entries),
        List.copyOf(departments),
        List.copyOf(regions),
        Map.copyOf(inForce));
  }
}
