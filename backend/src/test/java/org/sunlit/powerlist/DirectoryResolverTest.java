package org.sunlit.powerlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.powerlist.table.TableRow;

class DirectoryResolverTest {
  private static final DepartmentView MARKET =
      new DepartmentView(
          "mar",
          "晴川市市场监督管理局",
          null,
          "市市场监管局",
          null,
          "990100000000",
          null,
          null,
          null,
          null,
          1,
          null,
          null);
  private static final Directory CITY =
      new Directory(
          Map.of("mar", MARKET),
          Map.of("mar", "mar", "11990100MAR", "mar"),
          Map.of("990100000000", RegionLevel.CITY));
  private static final Directory EMPTY = new Directory(Map.of(), Map.of(), Map.of());
  private static final ColumnMapping MAPPING =
      new ColumnMapping(1, Map.of(), Map.of(ItemField.DEPARTMENT, "部门"), List.of());

  private final ImportErrors errors = new ImportErrors();
  private final List<RowDraft> rows = new ArrayList<>();

  private DirectoryResolverTest row(String name, String code, String region) {
    int number = rows.size() + 2;
    rows.add(
        new RowDraft(
            new TableRow(number, List.of()),
            "A-" + number,
            new ContentPatch(),
            name,
            code,
            region));
    return this;
  }

  private DirectoryResolver.Resolved resolve(Directory directory, String regionName) {
    return new DirectoryResolver(directory, MAPPING, regionName, errors).resolve(rows);
  }

  private List<String> wrong() {
    return errors.kept().stream().map(ImportError::messageKey).toList();
  }

  @Test
  void knowsADepartmentByAnyOfItsCodesOrNames() {
    row("晴川市市场监督管理局", "mar", null)
        .row("市市场监管局", "11990100MAR", "990100000000")
        .row("市市场监管局", null, "990100000000")
        .row(null, "11990100MAR", null)
        .row("晴川市市场监督管理局", "11990100NEW", "990100000000");
    DirectoryResolver.Resolved resolved = resolve(CITY, null);
    assertEquals(List.of(), wrong());
    assertEquals(
        List.of("mar", "mar", "mar", "mar", "mar"),
        List.copyOf(new java.util.TreeMap<>(resolved.departmentOf()).values()));
    assertEquals(Map.of("11990100NEW", "mar"), resolved.newCodes());
    assertEquals(List.of(), resolved.newDepartments());
  }

  @Test
  void takesTheCodeMostRowsUseForTheMainOne() {
    row("区人社局", "B1", "511602000000")
        .row("区人社局", "B2", "511602000000")
        .row("区人社局", "B2", "511602000000");
    DirectoryResolver.Resolved resolved = resolve(EMPTY, "广安区");
    assertEquals("B2", resolved.newDepartments().get(0).code());
    assertEquals(Map.of("B1", "B2"), resolved.newCodes());
    assertEquals("广安区", resolved.newRegions().get(0).name());
  }

  @Test
  void inventsACodePeopleCanGuessWhereThereIsNone() {
    row("区水务局", null, "511602000000").row("区税务局", null, "511602000000");
    DirectoryResolver.Resolved resolved = resolve(EMPTY, null);
    assertEquals(
        List.of("qswj", "qswj-2"),
        resolved.newDepartments().stream().map(DepartmentDraft::code).toList());
  }

  @Test
  void keepsEqualNamesInDifferentCountiesApart() {
    row("民政局", null, "511602000000").row("民政局", null, "511603000000");
    assertEquals(2, resolve(EMPTY, null).newDepartments().size());
  }

  @Test
  void givesADepartmentTheCountyOfItsTownshipsItems() {
    row("区民政局", "C1", "511602001000").row("区民政局", "C1", "511602002000");
    DirectoryResolver.Resolved resolved = resolve(EMPTY, null);
    assertEquals("511602000000", resolved.newDepartments().get(0).region());
    assertEquals(
        List.of("511602000000", "511602001000", "511602002000"),
        resolved.newRegions().stream().map(RegionDraft::code).toList());
    assertEquals("511602000000", resolved.newRegions().get(1).parent());
  }

  @Test
  void refusesOneCodeWithTwoNames() {
    row("区水务局", "W", "511602000000").row("区林业局", "W", "511602000000");
    resolve(EMPTY, null);
    assertEquals(List.of("import.department-conflict"), wrong());
    assertEquals(3, errors.kept().get(0).row());
    assertEquals("部门", errors.kept().get(0).column());
  }

  @Test
  void refusesAKnownCodeUnderAnotherName() {
    row("晴川市林业局", "mar", null);
    resolve(CITY, null);
    assertEquals(List.of("import.department-known-as"), wrong());
  }

  @Test
  void refusesACodeNobodyKnowsWithoutAName() {
    row(null, "X", "990100000000");
    resolve(CITY, null);
    assertEquals(List.of("import.unknown-department"), wrong());
  }

  @Test
  void needsARegionOnlyWhereItCannotBeTold() {
    row("新成立的局", null, null);
    assertTrue(resolve(CITY, null).regionOf().containsValue("990100000000"));
    resolve(EMPTY, null);
    assertEquals(List.of("import.region-needed"), wrong());
  }
}
