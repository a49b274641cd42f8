package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlit.platform.Regions;
import org.sunlit.powerlist.search.PinyinInitials;

/**
 * Finds out which department and region each row means, and which of them are new. Pure.
 *
 * <p>A department is known by its codes, or else by its name within its city or county. One name
 * may come with several codes, because branches carry their own: they are one department, listed
 * under the code most rows use. One code with two names is a contradiction and is refused.
 */
final class DirectoryResolver {
  /**
   * What was found out.
   *
   * @param departmentOf main code by row number
   * @param regionOf by row number
   */
  record Resolved(
      Map<Integer, String> departmentOf,
      Map<Integer, String> regionOf,
      List<RegionDraft> newRegions,
      List<DepartmentDraft> newDepartments,
      Map<String, String> newCodes) {}

  private record Named(String name, String home) {}

  /** A department that isn't known yet, gathered from its rows. */
  private static final class Newcomer {
    final Named named;
    final Map<String, Integer> codes = new LinkedHashMap<>();
    String mainCode;

    Newcomer(Named named) {
      this.named = named;
    }
  }

  private final Directory directory;
  private final ColumnMapping mapping;
  private final String regionName;
  private final ImportErrors errors;
  private final Map<Named, String> knownByName = new HashMap<>();
  private final Map<Named, Newcomer> newByName = new LinkedHashMap<>();
  private final Map<String, Newcomer> newByCode = new HashMap<>();
  private final Map<String, RowDraft> firstRowOfCode = new HashMap<>();
  private final Map<String, String> newCodes = new LinkedHashMap<>();
  private final Map<Integer, String> known = new HashMap<>();
  private final Map<Integer, Newcomer> coming = new HashMap<>();
  private final Map<Integer, String> regionOf = new HashMap<>();

  /**
   * @param regionName what to call a region that isn't known yet, or null
   */
  DirectoryResolver(
      Directory directory, ColumnMapping mapping, String regionName, ImportErrors errors) {
    this.directory = directory;
    this.mapping = mapping;
    this.regionName = regionName;
    this.errors = errors;
    for (DepartmentView department : directory.departments().values()) {
      String home = RegionCodes.home(department.regionCode());
      knownByName.put(new Named(department.name(), home), department.code());
      if (department.shortName() != null) {
        knownByName.putIfAbsent(new Named(department.shortName(), home), department.code());
      }
    }
  }

  /** Rows with a contradiction are left out and are in the errors. */
  Resolved resolve(List<RowDraft> rows) {
    for (RowDraft row : rows) {
      Optional<String> region = region(row);
      region.ifPresent(
          code -> {
            regionOf.put(row.row().number(), code);
            department(row, code);
          });
    }
    nameNewcomers();
    Map<Integer, String> departmentOf = new HashMap<>(known);
    coming.forEach((row, newcomer) -> departmentOf.put(row, newcomer.mainCode));
    return new Resolved(departmentOf, regionOf, newRegions(), newDepartments(), newCodes);
  }

  private Optional<String> region(RowDraft row) {
    if (row.region() != null) {
      return Optional.of(row.region());
    }
    String code =
        row.departmentCode() == null ? null : directory.mainCodes().get(row.departmentCode());
    if (code != null) {
      return Optional.of(directory.departments().get(code).regionCode());
    }
    List<String> named =
        directory.departments().values().stream()
            .filter(one -> one.name().equals(row.department()))
            .map(DepartmentView::regionCode)
            .toList();
    List<String> cities =
        directory.regions().entrySet().stream()
            .filter(entry -> entry.getValue() == RegionLevel.CITY)
            .map(Map.Entry::getKey)
            .toList();
    if (named.size() == 1 || (named.isEmpty() && cities.size() == 1)) {
      return Optional.of(named.isEmpty() ? cities.get(0) : named.get(0));
    }
    wrong(row, ItemField.REGION, null, "import.region-needed");
    return Optional.empty();
  }

  private void department(RowDraft row, String region) {
    String code = row.departmentCode();
    if (code != null && row.department() != null && contradicts(row)) {
      return;
    }
    Named named = new Named(row.department(), RegionCodes.home(region));
    String main = code == null ? null : directory.mainCodes().get(code);
    if (main == null && row.department() != null) {
      main = knownByName.get(named);
      if (main != null && code != null) {
        newCodes.put(code, main);
      }
    }
    if (main != null) {
      known.put(row.row().number(), main);
    } else if (row.department() == null && !newByCode.containsKey(code)) {
      wrong(row, ItemField.DEPARTMENT_CODE, code, "import.unknown-department");
    } else {
      newcomer(row, named);
    }
  }

  private boolean contradicts(RowDraft row) {
    String main = directory.mainCodes().get(row.departmentCode());
    if (main != null) {
      DepartmentView department = directory.departments().get(main);
      if (!row.department().equals(department.name())
          && !row.department().equals(department.shortName())) {
        wrong(
            row,
            ItemField.DEPARTMENT,
            row.department(),
            "import.department-known-as",
            row.departmentCode(),
            department.name());
        return true;
      }
      return false;
    }
    RowDraft first = firstRowOfCode.putIfAbsent(row.departmentCode(), row);
    if (first != null && !first.department().equals(row.department())) {
      wrong(
          row,
          ItemField.DEPARTMENT,
          row.department(),
          "import.department-conflict",
          row.departmentCode(),
          first.row().number(),
          first.department());
      return true;
    }
    return false;
  }

  private void newcomer(RowDraft row, Named named) {
    String code = row.departmentCode();
    Newcomer newcomer = code == null ? null : newByCode.get(code);
    if (newcomer == null) {
      newcomer = newByName.computeIfAbsent(named, Newcomer::new);
    }
    if (code != null) {
      newByCode.put(code, newcomer);
      newcomer.codes.merge(code, 1, Integer::sum);
    }
    coming.put(row.row().number(), newcomer);
  }

  private void nameNewcomers() {
    Set<String> taken = new LinkedHashSet<>(directory.mainCodes().keySet());
    taken.addAll(newCodes.keySet());
    taken.addAll(newByCode.keySet());
    for (Newcomer newcomer : newByName.values()) {
      newcomer.mainCode =
          newcomer.codes.entrySet().stream()
              .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
              .map(Map.Entry::getKey)
              .orElseGet(() -> invented(newcomer.named.name(), taken));
      taken.add(newcomer.mainCode);
      newcomer.codes.keySet().stream()
          .filter(code -> !code.equals(newcomer.mainCode))
          .forEach(code -> newCodes.put(code, newcomer.mainCode));
    }
  }

  private static String invented(String name, Set<String> taken) {
    String initials = PinyinInitials.of(name);
    String base = initials.isEmpty() ? "department" : initials;
    String code = base.length() > 40 ? base.substring(0, 40) : base;
    for (int number = 2; taken.contains(code); number++) {
      code = base + "-" + number;
    }
    return code;
  }

  private List<DepartmentDraft> newDepartments() {
    return newByName.values().stream()
        .map(one -> DepartmentDraft.named(one.mainCode, one.named.name(), one.named.home()))
        .toList();
  }

  private List<RegionDraft> newRegions() {
    Set<String> codes = new LinkedHashSet<>(regionOf.values());
    newByName.keySet().forEach(named -> codes.add(named.home()));
    codes.removeAll(directory.regions().keySet());
    List<String> ordered = new ArrayList<>(codes);
    ordered.sort(
        java.util.Comparator.<String>comparingInt(code -> Regions.prefix(code).length())
            .thenComparing(java.util.Comparator.naturalOrder()));
    List<RegionDraft> drafts = new ArrayList<>();
    for (String code : ordered) {
      String parent =
          RegionCodes.parent(code)
              .filter(one -> codes.contains(one) || directory.regions().containsKey(one))
              .orElse(null);
      boolean named = regionName != null && !regionName.isBlank() && ordered.size() == 1;
      drafts.add(
          new RegionDraft(
              code, named ? regionName.strip() : code, null, RegionCodes.level(code), parent));
    }
    return drafts;
  }

  private void wrong(
      RowDraft row, ItemField field, String value, String messageKey, Object... args) {
    errors.add(row.row().number(), mapping.headers().get(field), value, messageKey, args);
  }
}
