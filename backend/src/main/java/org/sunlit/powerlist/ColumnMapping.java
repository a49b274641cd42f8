package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableRow;
import org.sunlit.problem.Localised;

/**
 * Which column of a file brings which field.
 *
 * @param headerRow the row the headers stand in
 * @param columns the column of each field
 * @param headers the header of each field, as the file has it
 * @param unknown headers that mean nothing; their columns are left out
 */
record ColumnMapping(
    int headerRow,
    Map<ItemField, Integer> columns,
    Map<ItemField, String> headers,
    List<String> unknown) {
  /** Lists often have a title and a date above their headers. */
  private static final int LAST_HEADER_ROW = 10;

  private static final Localised DEPARTMENT = new Localised("部门", "department (部门)");

  private static final Map<ItemField, Localised> REQUIRED =
      new EnumMap<>(
          Map.of(
              ItemField.CODE, new Localised("事项编码", "item code (事项编码)"),
              ItemField.NAME, new Localised("事项名称", "item name (事项名称)"),
              ItemField.CATEGORY, new Localised("事项类型", "category (事项类型)")));

  /**
   * Finds the headers and what they mean.
   *
   * @param custom header to field name; an empty name leaves the column out. It goes before what
   *     headers mean by themselves
   * @return empty when something is wrong with the headers; it is in the errors then
   */
  static Optional<ColumnMapping> of(Table table, Map<String, String> custom, ImportErrors errors) {
    TableRow header = headerRow(table, custom);
    Map<ItemField, Integer> columns = new EnumMap<>(ItemField.class);
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int column = 0; column < header.cells().size(); column++) {
      if (!header.cell(column).isEmpty()) {
        places.putIfAbsent(HeaderAliases.normal(header.cell(column)), column);
      }
    }
    List<Integer> named = new ArrayList<>();
    custom.forEach(
        (name, field) -> {
          Integer column = places.get(HeaderAliases.normal(name));
          if (column == null) {
            errors.add(header.number(), name, null, "import.mapped-column-missing");
          } else {
            named.add(column);
            ItemField.find(field)
                .ifPresent(
                    known -> {
                      if (columns.putIfAbsent(known, column) != null) {
                        errors.add(
                            header.number(), name, null, "import.mapped-twice", known.code());
                      }
                    });
          }
        });
    places.values().stream()
        .filter(column -> !named.contains(column))
        .forEach(column -> byItself(header, column, columns, named));
    requireAll(header, columns, errors);
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    Map<ItemField, String> headers = new EnumMap<>(ItemField.class);
    columns.forEach((field, column) -> headers.put(field, header.cell(column)));
    List<String> unknown = new ArrayList<>();
    for (int column = 0; column < header.cells().size(); column++) {
      if (!columns.containsValue(column)
          && !named.contains(column)
          && !header.cell(column).isEmpty()) {
        unknown.add(header.cell(column));
      }
    }
    return Optional.of(new ColumnMapping(header.number(), columns, headers, unknown));
  }

  private static TableRow headerRow(Table table, Map<String, String> custom) {
    TableRow best = table.rows().get(0);
    long most = 0;
    for (TableRow row : table.rows()) {
      if (row.number() > LAST_HEADER_ROW) {
        break;
      }
      long known =
          row.cells().stream()
              .filter(
                  cell ->
                      HeaderAliases.meaning(cell).isPresent()
                          || custom.keySet().stream()
                              .anyMatch(
                                  name ->
                                      HeaderAliases.normal(name)
                                          .equals(HeaderAliases.normal(cell))))
              .count();
      if (known > most) {
        best = row;
        most = known;
      }
    }
    return best;
  }

  private static void byItself(
      TableRow header, int column, Map<ItemField, Integer> columns, List<Integer> named) {
    String text = header.cell(column);
    HeaderAliases.meaning(text)
        .ifPresent(
            field -> {
              Integer other = columns.get(field);
              if (other == null
                  || (!named.contains(other)
                      && HeaderAliases.rank(text) < HeaderAliases.rank(header.cell(other)))) {
                columns.put(field, column);
              }
            });
  }

  private static void requireAll(
      TableRow header, Map<ItemField, Integer> columns, ImportErrors errors) {
    REQUIRED.forEach(
        (field, word) -> {
          if (!columns.containsKey(field)) {
            errors.add(header.number(), null, null, "import.column-missing", word);
          }
        });
    if (!columns.containsKey(ItemField.DEPARTMENT)
        && !columns.containsKey(ItemField.DEPARTMENT_CODE)) {
      errors.add(header.number(), null, null, "import.column-missing", DEPARTMENT);
    }
  }

  /** The field's cell in a row; null when the file has no such column. */
  String cell(TableRow row, ItemField field) {
    Integer column = columns.get(field);
    return column == null ? null : row.cell(column);
  }

  /** Header to field name, as shown to whoever imports. */
  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    columns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> shown.put(headers.get(entry.getKey()), entry.getKey().code()));
    return shown;
  }
}
