package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableRow;

/**
 * Understands the rows of a mapped table, as far as that needs no knowledge of what is published.
 */
final class RowReader {
  private static final int LONGEST_DEPARTMENT = 200;
  private static final int LONGEST_DEPARTMENT_CODE = 64;

  private final ColumnMapping mapping;
  private final ImportErrors errors;
  private final Map<String, Integer> rowOfCode = new HashMap<>();

  RowReader(ColumnMapping mapping, ImportErrors errors) {
    this.mapping = mapping;
    this.errors = errors;
  }

  /** How many rows of items there are. */
  static int count(Table table, ColumnMapping mapping) {
    return (int) table.rows().stream().filter(row -> row.number() > mapping.headerRow()).count();
  }

  /** The rows that could be understood; what is wrong with the others is in the errors. */
  List<RowDraft> read(Table table) {
    List<RowDraft> drafts = new ArrayList<>();
    for (TableRow row : table.rows()) {
      if (row.number() > mapping.headerRow()) {
        int before = errors.count();
        RowDraft draft = read(row);
        if (errors.count() == before) {
          drafts.add(draft);
        }
      }
    }
    return drafts;
  }

  private RowDraft read(TableRow row) {
    ContentPatch patch = new ContentPatch();
    String code = required(row, ItemField.CODE, ItemRules.LONGEST_CODE);
    if (code != null) {
      Integer first = rowOfCode.putIfAbsent(code, row.number());
      if (first != null) {
        wrong(row, ItemField.CODE, "import.duplicate-code", first);
      }
    }
    patch.set(ItemField.NAME, required(row, ItemField.NAME, ItemRules.LONGEST_NAME));
    if (mapping.cell(row, ItemField.CATEGORY).isEmpty()) {
      wrong(row, ItemField.CATEGORY, "import.required");
    }
    Category category = take(row, ItemField.CATEGORY, CellRules::category, patch);
    texts(row, patch);
    words(row, patch);
    limit(row, patch, ItemField.STATUTORY_LIMIT, ItemField.STATUTORY_UNIT, category);
    limit(row, patch, ItemField.PROMISED_LIMIT, ItemField.PROMISED_UNIT, category);
    lists(row, patch);
    String department = text(row, ItemField.DEPARTMENT, LONGEST_DEPARTMENT);
    String departmentCode = text(row, ItemField.DEPARTMENT_CODE, LONGEST_DEPARTMENT_CODE);
    if (department == null && departmentCode == null) {
      wrong(
          row,
          mapping.columns().containsKey(ItemField.DEPARTMENT)
              ? ItemField.DEPARTMENT
              : ItemField.DEPARTMENT_CODE,
          "import.required");
    }
    String region = take(row, ItemField.REGION, CellRules::region, new ContentPatch());
    return new RowDraft(row, code, patch, department, departmentCode, region);
  }

  private void texts(TableRow row, ContentPatch patch) {
    for (ItemField field : List.of(ItemField.NAME_EN, ItemField.PARENT_NAME)) {
      if (mapping.columns().containsKey(field)) {
        patch.set(field, text(row, field, ItemRules.LONGEST_NAME));
      }
    }
    for (ItemField field :
        List.of(
            ItemField.STATUS_REASON,
            ItemField.RESULT,
            ItemField.WINDOW,
            ItemField.ADDRESS,
            ItemField.HOURS)) {
      if (mapping.columns().containsKey(field)) {
        patch.set(field, text(row, field, ItemRules.LONGEST_TEXT));
      }
    }
  }

  private void words(TableRow row, ContentPatch patch) {
    take(row, ItemField.LEVEL, CellRules::level, patch);
    take(row, ItemField.STATUS, CellRules::status, patch);
    take(row, ItemField.CANCELLED_ON, CellRules::date, patch);
    take(
        row, ItemField.CLEANUP_ROUND, text -> CellRules.number(text, ItemRules.MOST_ROUNDS), patch);
    take(row, ItemField.EFFECTIVE_FROM, CellRules::date, patch);
    take(row, ItemField.HANDLING, CellRules::handling, patch);
    take(row, ItemField.ONLINE_DEPTH, CellRules::onlineDepth, patch);
    take(row, ItemField.VISITS, text -> CellRules.number(text, ItemRules.MOST_VISITS), patch);
    take(row, ItemField.SERVICE_FOR, CellRules::serviceFor, patch);
  }

  private void limit(
      TableRow row, ContentPatch patch, ItemField field, ItemField unit, Category category) {
    String unitCell = mapping.cell(row, unit);
    take(row, field, text -> CellRules.limit(text, unitCell, category), patch);
  }

  private void lists(TableRow row, ContentPatch patch) {
    list(row, patch, ItemField.LEGAL_BASES, TextCells::legalBases);
    list(row, patch, ItemField.CONDITIONS, TextCells::entries);
    list(row, patch, ItemField.MATERIALS, TextCells::materials);
    list(row, patch, ItemField.FEES, TextCells::fees);
    list(row, patch, ItemField.TELEPHONES, TextCells::telephones);
    list(row, patch, ItemField.SUPERVISION_TELEPHONES, TextCells::telephones);
    list(row, patch, ItemField.DUTIES, TextCells::entries);
    list(row, patch, ItemField.ACCOUNTABILITY, TextCells::entries);
  }

  private <T> void list(
      TableRow row,
      ContentPatch patch,
      ItemField field,
      java.util.function.Function<String, List<T>> split) {
    if (mapping.columns().containsKey(field)) {
      String text = text(row, field, ItemRules.LONGEST_TEXT);
      patch.set(field, split.apply(text == null ? "" : text));
    }
  }

  /** Understands a cell, keeps its value in the patch, and says what is wrong with it. */
  private <T> T take(
      TableRow row,
      ItemField field,
      java.util.function.Function<String, Cell<T>> rule,
      ContentPatch patch) {
    String text = mapping.cell(row, field);
    if (text == null) {
      return null;
    }
    Cell<T> cell = rule.apply(text);
    if (cell.wrong() != null) {
      wrong(row, field, cell.wrong(), cell.args().toArray());
    }
    patch.set(field, cell.value());
    return cell.value();
  }

  private String required(TableRow row, ItemField field, int longest) {
    String text = text(row, field, longest);
    if (text == null && mapping.cell(row, field).isEmpty()) {
      wrong(row, field, "import.required");
    }
    return text;
  }

  /** A text within its bounds; null when there is none, or it is wrong. */
  private String text(TableRow row, ItemField field, int longest) {
    String text = mapping.cell(row, field);
    if (text == null || text.isEmpty()) {
      return null;
    }
    Optional<String> control = ItemRules.controlCharacter(text);
    if (control.isPresent()) {
      wrong(row, field, "import.control-character", control.get());
      return null;
    }
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      wrong(row, field, "import.too-long", longest, length);
      return null;
    }
    return text;
  }

  private void wrong(TableRow row, ItemField field, String messageKey, Object... args) {
    errors.add(
        row.number(), mapping.headers().get(field), mapping.cell(row, field), messageKey, args);
  }
}
