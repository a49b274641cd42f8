package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a cell of free text becomes the list it stands for. */
final class TextCells {
  private static final Pattern NUMBERING =
      Pattern.compile("^\\s*(?:[(（]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．:：]\\s*)");
  private static final Pattern LAW =
      Pattern.compile(
          "^.{0,20}?《([^》]{1,200})》\\s*(?:[(（][^)）]{0,80}[)）])?\\s*"
              + "(第[一二三四五六七八九十百千零〇\\d]+条(?:之[一二三四五六七八九十])?)?[\\s:：,，]*(.*)$",
          Pattern.DOTALL);
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

  /** Names of materials; a list that says no more of them asks for one original each. */
  static List<Material> materials(String text) {
    List<Material> materials = new ArrayList<>();
    for (String name : entries(text)) {
      materials.add(
          new Material(
              "M" + (materials.size() + 1),
              name,
              null,
              MaterialForm.ORIGINAL,
              1,
              MaterialSource.APPLICANT,
              true,
              false,
              null));
    }
    return materials;
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
