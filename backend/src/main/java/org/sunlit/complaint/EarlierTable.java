package org.sunlit.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableRow;

/**
 * A file of earlier messages as read: the rows that can be taken, and what is wrong with the
 * others.
 *
 * @param total rows below the headers
 */
record EarlierTable(int total, List<EarlierRow> rows, List<Fault> faults, List<String> unknown) {
  private static final int MOST_ROWS = 50_000;

  /**
   * What rows may name.
   *
   * @param departments codes by code and by name
   * @param categories codes by names from the first level down, with {@code /} between them
   * @param now nothing has been answered later
   */
  record Known(Map<String, String> departments, Map<String, String> categories, Instant now) {}

  /** How many rows are refused. */
  int refused() {
    return total - rows.size();
  }

  /** How many places looked personal. */
  int marked() {
    return rows.stream().mapToInt(row -> row.marks().size()).sum();
  }

  static EarlierTable read(UploadedTable file, Known known) {
    return file.unreadable().map(EarlierTable::broken).orElseGet(() -> read(file.table(), known));
  }

  private static EarlierTable broken(Fault... faults) {
    return new EarlierTable(0, List.of(), List.of(faults), List.of());
  }

  private static EarlierTable read(Table table, Known known) {
    TableRow head = table.head();
    Map<EarlierColumn, Integer> places = new EnumMap<>(EarlierColumn.class);
    List<String> unknown = new ArrayList<>();
    for (int place = 0; place < head.cells().size(); place++) {
      String header = head.cell(place);
      Optional<EarlierColumn> column = EarlierColumn.of(header);
      boolean fresh = column.isPresent() && places.putIfAbsent(column.get(), place) == null;
      if (!fresh && !header.isEmpty()) {
        unknown.add(header);
      }
    }
    Fault[] missing =
        Stream.of(EarlierColumn.values())
            .filter(column -> column.required() && !places.containsKey(column))
            .map(column -> Fault.of(head.number(), null, "earlier.column-missing", column.header()))
            .toArray(Fault[]::new);
    if (missing.length > 0) {
      return broken(missing);
    }
    if (table.body().isEmpty()) {
      return broken(Fault.of(head.number(), null, "earlier.no-rows"));
    }
    if (table.body().size() > MOST_ROWS) {
      return broken(Fault.of(null, null, "import.too-many-rows", MOST_ROWS));
    }
    return new Reading(head, places, known).read(table, unknown);
  }

  private static final class Reading {
    private final TableRow head;
    private final Map<EarlierColumn, Integer> places;
    private final Known known;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<UUID, Integer> seen = new HashMap<>();

    Reading(TableRow head, Map<EarlierColumn, Integer> places, Known known) {
      this.head = head;
      this.places = places;
      this.known = known;
    }

    EarlierTable read(Table table, List<String> unknown) {
      List<EarlierRow> rows = new ArrayList<>();
      for (TableRow row : table.body()) {
        EarlierCells cells = new EarlierCells(row, head, places);
        cells.read(known).filter(good -> first(good, cells)).ifPresent(rows::add);
        faults.addAll(cells.faults());
      }
      return new EarlierTable(table.body().size(), rows, faults, unknown);
    }

    private boolean first(EarlierRow row, EarlierCells cells) {
      Integer before = seen.putIfAbsent(row.id(), row.row());
      if (before != null) {
        cells.wrong(EarlierColumn.NUMBER, "earlier.twice", before);
      }
      return before == null;
    }
  }
}
