package org.sunlit.powerlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableRow;

class ColumnMappingTest {
  private static Table table(List<String>... rows) {
    List<TableRow> all = new java.util.ArrayList<>();
    for (List<String> row : rows) {
      all.add(new TableRow(all.size() + 1, row));
    }
    return new Table(all);
  }

  private static ColumnMapping map(Table table, Map<String, String> custom) {
    ImportErrors errors = new ImportErrors();
    ColumnMapping mapping = ColumnMapping.of(table, custom, errors).orElseThrow();
    assertTrue(errors.isEmpty());
    return mapping;
  }

  private static List<String> wrong(Table table, Map<String, String> custom) {
    ImportErrors errors = new ImportErrors();
    ColumnMapping.of(table, custom, errors);
    return errors.kept().stream().map(ImportError::messageKey).toList();
  }

  @Test
  @SuppressWarnings("unchecked")
  void findsTheHeadersBelowATitle() {
    ColumnMapping mapping =
        map(
            table(
                List.of("某区权力清单"),
                List.of("截至2026年3月"),
                List.of("序号", "实施 主体*", "事项名称（全称）", "实施编码", "权力类型"),
                List.of("1", "区水务局", "取水许可", "A-1", "行政许可")),
            Map.of());
    assertEquals(3, mapping.headerRow());
    assertEquals(1, mapping.columns().get(ItemField.DEPARTMENT));
    assertEquals(2, mapping.columns().get(ItemField.NAME));
    assertEquals(List.of("序号"), mapping.unknown());
  }

  @Test
  @SuppressWarnings("unchecked")
  void prefersTheBetterOfTwoHeadersForAField() {
    ColumnMapping mapping = map(table(List.of("基本编码", "实施编码", "事项名称", "事项类型", "部门")), Map.of());
    assertEquals(1, mapping.columns().get(ItemField.CODE));
    assertEquals(List.of("基本编码"), mapping.unknown());
  }

  @Test
  @SuppressWarnings("unchecked")
  void takesTheMappingBeforeWhatHeadersMean() {
    Table table = table(List.of("基本编码", "实施编码", "事项名称", "事项类型", "部门", "备注"));
    ColumnMapping mapping = map(table, Map.of("基本编码", "code", "备注", ""));
    assertEquals(0, mapping.columns().get(ItemField.CODE));
    assertEquals(List.of("实施编码"), mapping.unknown());
    assertEquals("code", mapping.shown().get("基本编码"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void saysWhatIsMissingOrGivenTwice() {
    Table table = table(List.of("实施编码", "事项名称", "事项类型", "部门"));
    assertEquals(List.of(), wrong(table, Map.of()));
    assertEquals(List.of("import.mapped-column-missing"), wrong(table, Map.of("号码", "code")));
    assertEquals(
        List.of("import.mapped-twice"),
        wrong(table, new java.util.TreeMap<>(Map.of("部门", "code", "实施编码", "code"))).stream()
            .limit(1)
            .toList());
    assertEquals(
        List.of("import.column-missing", "import.column-missing"),
        wrong(table(List.of("事项名称", "事项类型")), Map.of()));
  }
}
