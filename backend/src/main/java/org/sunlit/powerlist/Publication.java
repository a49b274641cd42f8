package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What is published together, wholly or not at all.
 *
 * @param regions new or corrected regions, parents before children
 * @param departments new or corrected departments, in the city's order
 * @param departmentCodes further codes by which departments are known, to their main code
 * @param items new or changed items; those equal to what is published stay as they are
 * @param effectiveFrom from when changes apply, unless an item says otherwise
 * @param importId the import it came by, or null
 */
public record Publication(
    List<RegionDraft> regions,
    List<DepartmentDraft> departments,
    Map<String, String> departmentCodes,
    List<ItemDraft> items,
    LocalDate effectiveFrom,
    UUID importId) {
  public Publication {
    regions = List.copyOf(regions);
    departments = List.copyOf(departments);
    departmentCodes = Map.copyOf(departmentCodes);
    items = List.copyOf(items);
    Objects.requireNonNull(effectiveFrom, "effectiveFrom");
  }

  /** A publication that comes by no import. */
  public static Publication of(
      List<RegionDraft> regions,
      List<DepartmentDraft> departments,
      List<ItemDraft> items,
      LocalDate effectiveFrom) {
    return new Publication(regions, departments, Map.of(), items, effectiveFrom, null);
  }
}
