package org.sunlit.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.complaint.rules.KindWords;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.table.TableRow;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.Redaction;

/** The cells of one row of a file of earlier messages, and what is wrong with them. */
final class EarlierCells {
  /** Such as {@code 2019/4/8 8:37:20}; a spreadsheet writes midnight as the day alone. */
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]+(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?)?");

  /** Before it no calendar of working days is known. */
  private static final int FIRST_YEAR = 2000;

  /** A tag as HTML has it: texts are plain, and nothing in them is ever run. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "<\\s*/?\\s*[a-zA-Z!][a-zA-Z0-9-]*(?:\\s[^<>]*)?/?>|javascript:",
          Pattern.CASE_INSENSITIVE);

  private final TableRow row;
  private final TableRow head;
  private final Map<EarlierColumn, Integer> places;
  private final List<Fault> faults = new ArrayList<>();

  EarlierCells(TableRow row, TableRow head, Map<EarlierColumn, Integer> places) {
    this.row = row;
    this.head = head;
    this.places = places;
  }

  List<Fault> faults() {
    return faults;
  }

  /** What it says; empty where something is wrong. */
  Optional<EarlierRow> read(EarlierTable.Known known) {
    String title = text(EarlierColumn.TITLE);
    String question = text(EarlierColumn.QUESTION);
    String answer = text(EarlierColumn.ANSWER);
    String number = text(EarlierColumn.NUMBER);
    String writer = text(EarlierColumn.WRITER);
    Instant received = time(EarlierColumn.RECEIVED);
    Instant replied = time(EarlierColumn.REPLIED);
    String department =
        named(EarlierColumn.DEPARTMENT, known.departments(), "earlier.department-unknown");
    String category = category(known.categories());
    ComplaintKind kind = kind(title);
    if (received != null && replied != null && replied.isBefore(received)) {
      wrong(EarlierColumn.REPLIED, "earlier.answered-before");
    } else if (replied != null && replied.isAfter(known.now())) {
      wrong(EarlierColumn.REPLIED, "earlier.in-the-future");
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    Redaction redaction =
        Redaction.of(
            new PublicAnswer(title, question, answer),
            writer == null || writer.length() < 2 ? List.of() : List.of(writer));
    String identity = number == null ? title + "\n" + question + "\n" + received : number;
    return Optional.of(
        new EarlierRow(
            row.number(),
            UUID.nameUUIDFromBytes(("earlier/" + identity).getBytes(StandardCharsets.UTF_8)),
            fingerprint(),
            kind,
            redaction.text(),
            redaction.marks(),
            department,
            category,
            received,
            replied));
  }

  void wrong(EarlierColumn column, String key, Object... args) {
    Integer place = places.get(column);
    faults.add(Fault.of(row.number(), place == null ? null : head.cell(place), key, args));
  }

  private String cell(EarlierColumn column) {
    Integer place = places.get(column);
    return place == null ? "" : row.cell(place);
  }

  /** Null where there is none, or where it can't be taken. */
  private String text(EarlierColumn column) {
    String text = cell(column);
    if (text.isEmpty()) {
      if (column.required()) {
        wrong(column, "import.required");
      }
      return null;
    }
    int length = text.codePointCount(0, text.length());
    if (length > column.longest()) {
      wrong(column, "import.too-long", column.longest(), length);
    } else if (text.codePoints().anyMatch(EarlierCells::isControl)) {
      wrong(column, "earlier.control-character");
    } else if (text.startsWith("=")) {
      wrong(column, "earlier.formula");
    } else if (MARKUP.matcher(text).find()) {
      wrong(column, "earlier.markup");
    }
    return text;
  }

  private static boolean isControl(int point) {
    boolean layout = point == '\n' || point == '\r' || point == '\t';
    return (Character.isISOControl(point) && !layout)
        || Character.getType(point) == Character.SURROGATE
        || (point & 0xFFFE) == 0xFFFE;
  }

  private Instant time(EarlierColumn column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    Matcher parts = TIME.matcher(text);
    try {
      if (parts.matches() && number(parts, 1) >= FIRST_YEAR) {
        return LocalDateTime.of(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                number(parts, 4),
                number(parts, 5),
                number(parts, 6))
            .atZone(CityTime.ZONE)
            .toInstant();
      }
    } catch (DateTimeException noSuchDay) {
      // Said below.
    }
    wrong(column, "earlier.time");
    return null;
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private String named(EarlierColumn column, Map<String, String> codes, String unknown) {
    String text = text(column);
    String code = text == null ? null : codes.get(text);
    if (text != null && code == null) {
      wrong(column, unknown);
    }
    return code;
  }

  private String category(Map<String, String> codes) {
    String path =
        EarlierColumn.CATEGORIES.stream()
            .map(this::text)
            .takeWhile(name -> name != null)
            .collect(Collectors.joining("/"));
    if (path.isEmpty()) {
      return null;
    }
    String code = codes.get(path);
    if (code == null) {
      wrong(EarlierColumn.FIRST_CATEGORY, "earlier.category-unknown");
    }
    return code;
  }

  private ComplaintKind kind(String title) {
    String word = text(EarlierColumn.KIND);
    if (word == null) {
      return title == null ? null : KindWords.of(title);
    }
    Optional<ComplaintKind> kind = KindWords.named(word);
    if (kind.isEmpty()) {
      wrong(EarlierColumn.KIND, "earlier.kind");
    }
    return kind.orElse(null);
  }

  private byte[] fingerprint() {
    String all =
        Stream.of(EarlierColumn.values()).map(this::cell).collect(Collectors.joining("\u001f"));
    try {
      return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
