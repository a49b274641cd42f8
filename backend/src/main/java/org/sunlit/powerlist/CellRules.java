package org.sunlit.powerlist;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.problem.Localised;

/**
 * How the words and numbers of a list's cells are understood. An empty cell is nothing, never
 * wrong.
 */
final class CellRules {
  private static final Pattern LIMIT =
      Pattern.compile(
          "(\\d{1,9})\\s*(个?工作日|工作天|个?自然日|日历日|日|天|个?小时|workingdays?|calendardays?|days?|hours?)?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:\\s+00:00(?::00)?)?");
  private static final Pattern PLAIN_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})\\s*[次轮]?");
  private static final List<String> NOTHING =
      List.of("/", "-", "--", "—", "——", "无", "无期限", "无法定时限", "未规定", "none");
  private static final List<String> AT_ONCE =
      List.of("即办", "即时", "即时办结", "当场", "当场办结", "当日", "当日办结", "即办件", "sameday");

  private static final Map<String, Category> CATEGORIES = new LinkedHashMap<>();
  private static final Map<String, Handling> HANDLINGS = new LinkedHashMap<>();
  private static final Map<String, ItemStatus> STATUSES = new LinkedHashMap<>();
  private static final Map<String, ServiceFor> SERVED = new LinkedHashMap<>();
  private static final Map<String, RegionLevel> LEVELS = new LinkedHashMap<>();
  private static final Map<String, Integer> DEPTHS = new LinkedHashMap<>();

  static {
    for (Category category : Category.values()) {
      put(CATEGORIES, category, category.zh(), category.code(), category.en());
    }
    put(CATEGORIES, Category.OTHER, "其他权力", "其他职权", "其他类");
    put(CATEGORIES, Category.PUBLIC_SERVICE, "公共服务事项");
    put(HANDLINGS, Handling.INSTANT, "即办件", "即办", "instant");
    put(HANDLINGS, Handling.PROMISED, "承诺件", "承诺", "promised");
    put(STATUSES, ItemStatus.IN_FORCE, "在用", "有效", "保留", "正常", "inForce");
    put(STATUSES, ItemStatus.SUSPENDED, "暂停", "停用", "suspended");
    put(STATUSES, ItemStatus.CANCELLED, "取消", "废止", "已取消", "cancelled");
    put(SERVED, ServiceFor.PERSON, "自然人", "个人", "person");
    put(SERVED, ServiceFor.ORGANISATION, "法人", "企业", "法人和其他组织", "企业法人", "organisation");
    put(SERVED, ServiceFor.BOTH, "自然人和法人", "个人和企业", "自然人、法人", "自然人,法人", "both");
    put(SERVED, ServiceFor.BOTH, "自然人;法人", "自然人,企业法人,其他组织", "自然人、法人和其他组织");
    put(LEVELS, RegionLevel.CITY, "市级", "市", "设区的市级", "city");
    put(LEVELS, RegionLevel.COUNTY, "县级", "区级", "县", "区", "区县级", "county");
    put(LEVELS, RegionLevel.TOWNSHIP, "乡级", "镇级", "乡镇级", "街道", "township");
    put(LEVELS, RegionLevel.VILLAGE, "村级", "社区", "村", "village");
    for (int depth = 1; depth <= 4; depth++) {
      put(DEPTHS, depth, String.valueOf(depth), depth + "级", "一二三四".charAt(depth - 1) + "级");
    }
    put(DEPTHS, 1, "网上咨询", "互联网咨询");
    put(DEPTHS, 2, "网上预审", "互联网预审");
    put(DEPTHS, 3, "网上受理", "互联网受理");
    put(DEPTHS, 4, "全程网办", "全程在线办理");
  }

  private CellRules() {}

  @SafeVarargs
  private static <T> void put(Map<String, T> words, T value, String... all) {
    Arrays.stream(all).forEach(word -> words.put(normal(word), value));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s", "");
  }

  private static <T> Cell<T> word(Map<String, T> words, String text, Localised possible) {
    if (text.isEmpty()) {
      return Cell.of(null);
    }
    T value = words.get(normal(text));
    return value == null ? Cell.wrong("import.unknown-word", possible) : Cell.of(value);
  }

  static Cell<Category> category(String text) {
    String zh = String.join("、", Arrays.stream(Category.values()).map(Category::zh).toList());
    return word(CATEGORIES, text, new Localised(zh, zh));
  }

  static Cell<Handling> handling(String text) {
    return word(HANDLINGS, text, new Localised("即办件、承诺件", "即办件, 承诺件"));
  }

  static Cell<ItemStatus> status(String text) {
    return word(STATUSES, text, new Localised("在用、暂停、取消", "在用, 暂停, 取消"));
  }

  static Cell<ServiceFor> serviceFor(String text) {
    return word(SERVED, text, new Localised("自然人、法人、自然人和法人", "自然人, 法人, 自然人和法人"));
  }

  static Cell<RegionLevel> level(String text) {
    return word(LEVELS, text, new Localised("市级、县级、乡级、村级", "市级, 县级, 乡级, 村级"));
  }

  static Cell<Integer> onlineDepth(String text) {
    return word(DEPTHS, text, new Localised("1、2、3、4", "1, 2, 3, 4"));
  }

  /** A whole number, such as visits or a round of clean-up. */
  static Cell<Integer> number(String text, int most) {
    if (text.isEmpty()) {
      return Cell.of(null);
    }
    Matcher number = NUMBER.matcher(normal(text));
    if (!number.matches()) {
      return Cell.wrong("import.not-a-number");
    }
    int value = Integer.parseInt(number.group(1));
    return value > most ? Cell.wrong("import.number-too-large", most) : Cell.of(value);
  }

  /**
   * A time limit. A bare number counts in the unit of its own column, or else in working days; so
   * do bare 日 of a licence (行政许可法第八十二条), while elsewhere they are calendar days.
   */
  static Cell<Limit> limit(String text, String unit, Category category) {
    String normal = normal(text);
    if (normal.isEmpty() || NOTHING.contains(normal)) {
      return Cell.of(null);
    }
    if (AT_ONCE.contains(normal)) {
      return Cell.of(new Limit(0, LimitUnit.WORKING_DAYS));
    }
    Matcher limit = LIMIT.matcher(normal);
    if (!limit.matches()) {
      return Cell.wrong("import.limit");
    }
    int amount = Integer.parseInt(limit.group(1));
    if (amount > ItemRules.LONGEST_LIMIT) {
      return Cell.wrong("import.number-too-large", ItemRules.LONGEST_LIMIT);
    }
    String counted = limit.group(2) != null ? limit.group(2) : unit == null ? "" : normal(unit);
    Cell<LimitUnit> found = unit(counted, category);
    return found.wrong() == null
        ? Cell.of(new Limit(amount, found.value()))
        : Cell.wrong(found.wrong());
  }

  private static Cell<LimitUnit> unit(String text, Category category) {
    return switch (text.replaceFirst("^个", "").replaceFirst("(?<=[a-z])s$", "")) {
      case "", "工作日", "工作天", "workingday" -> Cell.of(LimitUnit.WORKING_DAYS);
      case "自然日", "日历日", "calendarday" -> Cell.of(LimitUnit.CALENDAR_DAYS);
      case "日", "天", "day" ->
          Cell.of(category == Category.LICENCE ? LimitUnit.WORKING_DAYS : LimitUnit.CALENDAR_DAYS);
      case "小时", "hour" -> Cell.of(LimitUnit.HOURS);
      default -> Cell.wrong("import.limit");
    };
  }

  static Cell<LocalDate> date(String text) {
    if (text.isEmpty()) {
      return Cell.of(null);
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    Matcher date = DATE.matcher(normal);
    if (!date.matches()) {
      date = PLAIN_DATE.matcher(normal);
      if (!date.matches()) {
        return Cell.wrong("import.not-a-date");
      }
    }
    try {
      LocalDate value =
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(2)),
              Integer.parseInt(date.group(3)));
      return value.getYear() < 1949 || value.getYear() > 2200
          ? Cell.wrong("import.not-a-date")
          : Cell.of(value);
    } catch (DateTimeException impossible) {
      return Cell.wrong("import.no-such-date");
    }
  }

  static Cell<String> region(String text) {
    if (text.isEmpty()) {
      return Cell.of(null);
    }
    return RegionCodes.normalise(normal(text))
        .map(Cell::of)
        .orElseGet(() -> Cell.wrong("import.region-code"));
  }
}
