package org.sunlit.staff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sunlit.identity.Role;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableProblem;
import org.sunlit.powerlist.table.TableReader;
import org.sunlit.powerlist.table.TableRow;
import org.sunlit.problem.Localised;
import org.sunlit.staff.rules.Column;
import org.sunlit.staff.rules.Words;

/**
 * A list of staff as read from a file: its rows as understood, and what is wrong with them. Names
 * of departments and regions are left as they are written; the database knows them.
 */
record StaffTable(
    List<ImportedRow> rows,
    List<RowProblem> problems,
    List<String> unknownColumns,
    Map<Column, String> headers) {
  static final int MOST_ROWS = 2_000;
  private static final int LONGEST = 100;
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

  /**
   * Reads a file.
   *
   * @param identities takes identity numbers, which go no further
   */
  static StaffTable read(byte[] file, Function<String, GivenIdentity> identities) {
    try {
      return of(TableReader.read(file), identities);
    } catch (TableProblem problem) {
      return broken(
          new RowProblem(problem.row(), null, null, problem.messageKey(), problem.args()));
    }
  }

  private static StaffTable broken(RowProblem problem) {
    return new StaffTable(List.of(), List.of(problem), List.of(), Map.of());
  }

  private static StaffTable of(Table table, Function<String, GivenIdentity> identities) {
    TableRow head = table.head();
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    Map<Column, String> headers = new EnumMap<>(Column.class);
    List<String> unknown = new ArrayList<>();
    for (int place = 0; place < head.cells().size(); place++) {
      String header = head.cell(place);
      Optional<Column> column = Column.of(header);
      if (column.isPresent() && places.putIfAbsent(column.get(), place) == null) {
        headers.put(column.get(), header);
      } else if (!header.isEmpty()) {
        unknown.add(header);
      }
    }
    List<RowProblem> problems = new ArrayList<>();
    for (Column column : Column.values()) {
      if (column.required() && !places.containsKey(column)) {
        problems.add(
            RowProblem.of(
                head.number(),
                null,
                null,
                "staff.import.column-missing",
                new Localised(column.chinese(), column.english())));
      }
    }
    if (!problems.isEmpty()) {
      return new StaffTable(List.of(), problems, unknown, headers);
    }
    if (table.body().size() > MOST_ROWS) {
      return broken(RowProblem.of(null, null, null, "import.too-many-rows", MOST_ROWS));
    }
    if (table.body().isEmpty()) {
      return broken(RowProblem.of(head.number(), null, null, "staff.import.no-rows"));
    }
    return new Reading(places, headers, identities).read(table, unknown);
  }

  /** Reads the rows below the headers. */
  private static final class Reading {
    private final Map<Column, Integer> places;
    private final Map<Column, String> headers;
    private final Function<String, GivenIdentity> identities;
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    Reading(
        Map<Column, Integer> places,
        Map<Column, String> headers,
        Function<String, GivenIdentity> identities) {
      this.places = places;
      this.headers = headers;
      this.identities = identities;
    }

    StaffTable read(Table table, List<String> unknown) {
      List<ImportedRow> rows = table.body().stream().map(this::row).toList();
      return new StaffTable(rows, problems, unknown, headers);
    }

    private ImportedRow row(TableRow row) {
      String account = text(row, Column.ACCOUNT);
      if (account != null && !ACCOUNT.matcher(account).matches()) {
        wrong(row, Column.ACCOUNT, "staff.import.account");
      } else if (account != null) {
        Integer before = seen.putIfAbsent(account, row.number());
        if (before != null) {
          wrong(row, Column.ACCOUNT, "staff.import.twice", before);
        }
      }
      List<String> posts = new ArrayList<>();
      for (String word : words(row, Column.POSTS)) {
        Words.post(word)
            .ifPresentOrElse(
                posts::add, () -> wrong(row, Column.POSTS, "staff.import.unknown-post", word));
      }
      return new ImportedRow(
          row.number(),
          new PersonDraft(
              account,
              text(row, Column.NAME),
              text(row, Column.NAME_EN),
              text(row, Column.TITLE),
              text(row, Column.DEPARTMENT),
              text(row, Column.REGION),
              roles(row),
              identities.apply(text(row, Column.IDENTITY_NUMBER))),
          posts.stream().distinct().toList(),
          text(row, Column.BACKUP));
    }

    private Set<Role> roles(TableRow row) {
      Set<Role> roles = new HashSet<>();
      for (String word : words(row, Column.ROLES)) {
        Words.role(word)
            .ifPresentOrElse(
                roles::add, () -> wrong(row, Column.ROLES, "staff.import.unknown-role", word));
      }
      return roles;
    }

    private List<String> words(TableRow row, Column column) {
      String cell = text(row, column);
      return cell == null ? List.of() : Words.split(cell);
    }

    private String text(TableRow row, Column column) {
      Integer place = places.get(column);
      String cell = place == null ? "" : row.cell(place);
      if (cell.isEmpty()) {
        if (column.required()) {
          wrong(row, column, "import.required");
        }
        return null;
      }
      if (cell.length() > LONGEST && column != Column.ROLES && column != Column.POSTS) {
        wrong(row, column, "import.too-long", LONGEST, cell.length());
        return null;
      }
      if (cell.chars().anyMatch(Character::isISOControl)) {
        wrong(row, column, "staff.import.control-character");
        return null;
      }
      return cell;
    }

    private void wrong(TableRow row, Column column, String key, Object... args) {
      Integer place = places.get(column);
      boolean secret = column == Column.IDENTITY_NUMBER;
      String value = place == null || secret ? null : row.cell(place).replaceAll("\\p{Cntrl}", " ");
      problems.add(RowProblem.of(row.number(), headers.get(column), value, key, args));
    }
  }
}
