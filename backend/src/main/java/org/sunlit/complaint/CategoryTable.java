package org.sunlit.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableRow;

/**
 * A whole list of categories as read from a file.
 *
 * @param rows below the headers
 * @param paths names from the first level down, a row each, without repeats
 */
record CategoryTable(int rows, List<List<String>> paths, List<Fault> faults) {
  private static final int MOST_ROWS = 2_000;
  private static final int LONGEST = 40;
  private static final List<String> HEADERS =
      EarlierColumn.CATEGORIES.stream().map(EarlierColumn::header).toList();

  static CategoryTable read(UploadedTable file) {
    return file.unreadable()
        .map(fault -> new CategoryTable(0, List.of(), List.of(fault)))
        .orElseGet(() -> read(file.table()));
  }

  private static CategoryTable read(Table table) {
    TableRow head = table.head();
    Map<Integer, Integer> places = new LinkedHashMap<>();
    for (int place = 0; place < head.cells().size(); place++) {
      int level =
          EarlierColumn.of(head.cell(place)).map(EarlierColumn.CATEGORIES::indexOf).orElse(-1);
      if (level >= 0) {
        places.putIfAbsent(level, place);
      }
    }
    List<Fault> faults = new ArrayList<>();
    if (!places.containsKey(0) || (places.containsKey(2) && !places.containsKey(1))) {
      String missing = HEADERS.get(places.containsKey(0) ? 1 : 0);
      faults.add(Fault.of(head.number(), null, "earlier.column-missing", missing));
    } else if (table.body().isEmpty()) {
      faults.add(Fault.of(head.number(), null, "earlier.no-rows"));
    } else if (table.body().size() > MOST_ROWS) {
      faults.add(Fault.of(null, null, "import.too-many-rows", MOST_ROWS));
    }
    if (!faults.isEmpty()) {
      return new CategoryTable(0, List.of(), faults);
    }
    List<List<String>> paths =
        table.body().stream().map(row -> path(row, places, faults)).distinct().toList();
    return new CategoryTable(table.body().size(), paths, faults);
  }

  private static List<String> path(TableRow row, Map<Integer, Integer> places, List<Fault> faults) {
    List<String> names =
        IntStream.range(0, places.size()).mapToObj(level -> row.cell(places.get(level))).toList();
    int depth = (int) names.stream().takeWhile(name -> !name.isEmpty()).count();
    if (depth == 0 || names.subList(depth, names.size()).stream().anyMatch(n -> !n.isEmpty())) {
      faults.add(Fault.of(row.number(), HEADERS.get(depth), "import.required"));
    }
    for (int level = 0; level < depth; level++) {
      String name = names.get(level);
      int length = name.codePointCount(0, name.length());
      if (length > LONGEST) {
        faults.add(Fault.of(row.number(), HEADERS.get(level), "import.too-long", LONGEST, length));
      } else if (name.startsWith("=")) {
        faults.add(Fault.of(row.number(), HEADERS.get(level), "earlier.formula"));
      } else if (name.contains("/") || name.chars().anyMatch(Character::isISOControl)) {
        faults.add(Fault.of(row.number(), HEADERS.get(level), "earlier.category-name"));
      }
    }
    return names.subList(0, depth);
  }
}
