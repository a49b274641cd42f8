package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/** How a cell of free text becomes the list it stands for. */
final class TextCells {
  private static final Pattern NUMBERING =
      Pattern.compile("^\\s*(?:[(（]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．:：]\\s*)");
  private static final Pattern LAW =
      Pattern.compile(
          "^.{0,20}?《([^》]{1,200})》\\s*(?:[(（][^)）]{0,80}[)）])?\\s*"
              + "(第[一二三四五六七八九十百千零〇\\d]+条(?:之[一二三四五六七八九十])?)?[\\s:：,，]*(.*)$",
          Pattern.DOTALL);

  /** What lists write behind a material that may come late: （可容缺，10个工作日内补交）. */
  private static final Pattern LATE =
      Pattern.compile("[（(]可?容缺[，,、]?\\s*(\\d{1,3})\\s*个?(工作日|日|天)(?:内)?(?:补交|补齐)?[)）]\\s*$");

  private static final List<String> NO_FEE = List.of("否", "无", "不收费", "免费", "0", "no", "free", "/");
  private static final List<String> SOME_FEE = List.of("是", "收费", "yes");

  private TextCells() {}

  /** One entry a line; without lines, one between semicolons. Numbering is left out. */
  static List<String> entries(String text) {
    String[] parts = text.contains("\n") ? text.split("\\R") : text.split("[;；]");
    return Arrays.stream(parts)
        .map(part -> NUMBERING.matcher(part).replaceFirst("").strip())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  static List<String> telephones(String text) {
    return Arrays.stream(text.split("[、,，;；/\\s]+"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A law a line: 《…》第…条 and its words; what isn't of that form is taken as it is. */
  static List<LegalBasis> legalBases(String text) {
    List<LegalBasis> bases = new ArrayList<>();
    for (String entry : lines(text)) {
      Matcher law = LAW.matcher(entry);
      if (law.matches()) {
        String words = law.group(3).strip();
        bases.add(new LegalBasis(law.group(1), law.group(2), words.isEmpty() ? null : words));
      } else {
        bases.add(new LegalBasis(entry, null, null));
      }
    }
    return bases;
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\\R"))
        .map(part -> NUMBERING.matcher(part).replaceFirst("").strip())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /**
   * Names of materials; a list that says no more of them asks for one original each. Behind a name
   * may stand by when it may come late.
   */
  static List<Material> materials(String text) {
    List<Material> materials = new ArrayList<>();
    for (String entry : entries(text)) {
      Matcher late = LATE.matcher(entry);
      Limit lateLimit = late.find() ? lateLimit(late) : null;
      materials.add(
          new Material(
              "M" + (materials.size() + 1),
              LATE.matcher(entry).replaceFirst("").strip(),
              null,
              MaterialForm.ORIGINAL,
              1,
              MaterialSource.APPLICANT,
              true,
              lateLimit != null,
              null,
              lateLimit));
    }
    return materials;
  }

  private static Limit lateLimit(Matcher late) {
    LimitUnit unit = late.group(2).equals("工作日") ? LimitUnit.WORKING_DAYS : LimitUnit.CALENDAR_DAYS;
    return new Limit(Integer.parseInt(late.group(1)), unit);
  }

  /** Null when nothing is said, empty when nothing is charged, else the standard as written. */
  static List<Fee> fees(String text) {
    String said = text.strip().toLowerCase(java.util.Locale.ROOT);
    if (said.isEmpty()) {
      return null;
    }
    if (NO_FEE.contains(said)) {
      return List.of();
    }
    String standard = SOME_FEE.contains(said) ? null : text.strip();
    return List.of(new Fee("收费", standard, null, null, FeeStatus.CHARGED));
  }
}
