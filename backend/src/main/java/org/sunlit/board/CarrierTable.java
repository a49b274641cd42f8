package org.sunlit.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.board.rules.CarrierKind;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableProblem;
import org.sunlit.powerlist.table.TableReader;
import org.sunlit.powerlist.table.TableRow;

/**
 * A list of carriers as read from a file: what its rows say, by code, in which row each is, and
 * what is wrong.
 */
record CarrierTable(
    Map<String, CarrierForm> forms,
    Map<String, Integer> rows,
    Map<String, String> headers,
    List<Fault> faults) {
  static final int MOST_ROWS = 2_000;
  private static final int MOST_DAYS = 366;
  private static final int SHORTEST_IDLE = 20;
  private static final int LONGEST_IDLE = 600;
  private static final Set<String> YES = Set.of("是", "yes", "true", "1");

  /**
   * Something wrong.
   *
   * @param row as a spreadsheet shows it; null for the file as a whole
   * @param column its header; null for the row as a whole
   */
  record Fault(Integer row, String column, String value, String key, List<Object> args) {}

  /** The columns of such a list, each by its field and its Chinese header. */
  private enum Column {
    CODE("code", "编号", 64, true),
    KIND("kind", "类型", 20, true),
    NAME("name", "名称", 100, true),
    NAME_EN("nameEn", "英文名称", 200, false),
    PLACE("place", "位置", 200, true),
    PLACE_EN("placeEn", "英文位置", 200, false),
    REGION("regionCode", "区划代码", 12, true),
    DEPARTMENT("departmentCode", "责任部门", 64, true),
    RESPONSIBLE("responsible", "责任人账号", 100, true),
    SIZE("size", "尺寸", 60, false),
    SCREEN("screenCode", "电子屏", 64, false),
    POSTING_DAYS("postingDays", "更新周期", 3, false),
    IDLE_SECONDS("idleSeconds", "静置秒数", 3, false),
    PRINTER("printer", "打印机", 5, false),
    CLOSED("closed", "已拆除", 5, false);

    private final String field;
    private final String chinese;
    private final int longest;
    private final boolean required;

    Column(String field, String chinese, int longest, boolean required) {
      this.field = field;
      this.chinese = chinese;
      this.longest = longest;
      this.required = required;
    }

    static Optional<Column> of(String header) {
      return Stream.of(values())
          .filter(column -> column.field.equalsIgnoreCase(header) || column.chinese.equals(header))
          .findFirst();
    }
  }

  /** Reads a file of CSV or XLSX. */
  static CarrierTable read(byte[] file) {
    try {
      return of(TableReader.read(file));
    } catch (TableProblem problem) {
      return broken(
          List.of(new Fault(problem.row(), null, null, problem.messageKey(), problem.args())));
    }
  }

  private static CarrierTable broken(List<Fault> faults) {
    return new CarrierTable(Map.of(), Map.of(), Map.of(), faults);
  }

  private static CarrierTable of(Table table) {
    TableRow head = table.head();
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    Map<String, String> headers = new LinkedHashMap<>();
    for (int place = 0; place < head.cells().size(); place++) {
      int here = place;
      Column.of(head.cell(place))
          .ifPresent(
              column -> {
                places.putIfAbsent(column, here);
                headers.putIfAbsent(column.field, head.cell(here));
              });
    }
    List<Fault> missing =
        Stream.of(Column.values())
            .filter(column -> column.required && !places.containsKey(column))
            .map(
                column ->
                    new Fault(
                        head.number(),
                        null,
                        null,
                        "carrier.column-missing",
                        List.of(column.chinese, column.field)))
            .toList();
    if (!missing.isEmpty()) {
      return broken(missing);
    }
    if (table.body().size() > MOST_ROWS) {
      return broken(
          List.of(new Fault(null, null, null, "import.too-many-rows", List.of(MOST_ROWS))));
    }
    var read =
        new CarrierTable(new LinkedHashMap<>(), new LinkedHashMap<>(), headers, new ArrayList<>());
    table.body().forEach(row -> read.take(new Cells(row, places, headers)));
    return read;
  }

  private void take(Cells cells) {
    int before = faults.size();
    String code = cells.text(Column.CODE, faults);
    if (code != null && !code.matches("[A-Za-z0-9_-]{1,64}")) {
      cells.fault(Column.CODE, "carrier.code", faults);
    } else if (forms.containsKey(code)) {
      cells.fault(Column.CODE, "carrier.code-twice", faults);
    }
    String kind = cells.text(Column.KIND, faults);
    Optional<CarrierKind> known = Optional.ofNullable(kind).flatMap(CarrierKind::of);
    if (kind != null && known.isEmpty()) {
      cells.fault(Column.KIND, "carrier.kind", faults);
    }
    String days = cells.text(Column.POSTING_DAYS, faults);
    if (days != null && !within(days, 1, MOST_DAYS)) {
      cells.fault(Column.POSTING_DAYS, "carrier.posting-days", faults);
    }
    String idle = cells.text(Column.IDLE_SECONDS, faults);
    if (idle != null && !within(idle, SHORTEST_IDLE, LONGEST_IDLE)) {
      cells.fault(Column.IDLE_SECONDS, "carrier.idle-seconds", faults);
    }
    String printer = cells.text(Column.PRINTER, faults);
    String closed = cells.text(Column.CLOSED, faults);
    CarrierForm form =
        new CarrierForm(
            known.map(CarrierKind::code).orElse(null),
            cells.text(Column.NAME, faults),
            cells.text(Column.NAME_EN, faults),
            cells.text(Column.PLACE, faults),
            cells.text(Column.PLACE_EN, faults),
            cells.text(Column.REGION, faults),
            cells.text(Column.DEPARTMENT, faults),
            cells.text(Column.RESPONSIBLE, faults),
            cells.text(Column.SIZE, faults),
            cells.text(Column.SCREEN, faults),
            days == null || !within(days, 1, MOST_DAYS) ? null : Integer.valueOf(days),
            idle == null || !within(idle, SHORTEST_IDLE, LONGEST_IDLE)
                ? null
                : Integer.valueOf(idle),
            yes(printer),
            yes(closed));
    if (faults.size() == before) {
      forms.put(code, form);
      rows.put(code, cells.row.number());
    }
  }

  private static boolean yes(String said) {
    return said != null && YES.contains(said.toLowerCase(Locale.ROOT));
  }

  private static boolean within(String number, int least, int most) {
    return number.matches("[0-9]{1,3}")
        && Integer.parseInt(number) >= least
        && Integer.parseInt(number) <= most;
  }

  /** The cells of one row, by column. */
  private record Cells(TableRow row, Map<Column, Integer> places, Map<String, String> headers) {
    /** Null where nothing is written. */
    String text(Column column, List<Fault> faults) {
      Integer place = places.get(column);
      String text = place == null ? "" : row.cell(place);
      if (text.isEmpty()) {
        if (column.required) {
          fault(column, "field.not-blank", faults);
        }
        return null;
      }
      if (text.codePointCount(0, text.length()) > column.longest || text.indexOf('\0') >= 0) {
        fault(column, "carrier.too-long", faults, column.longest);
        return null;
      }
      return text;
    }

    void fault(Column column, String key, List<Fault> faults, Object... args) {
      Integer place = places.get(column);
      faults.add(
          new Fault(
              row.number(),
              headers.get(column.field),
              place == null ? null : row.cell(place),
              key,
              List.of(args)));
    }
  }
}
