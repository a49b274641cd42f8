package org.sunlit.powerlist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/** What an item's promises must be: by when materials may come late, and what is promised. Pure. */
final class PromiseChecks {
  /** The most days a material may be late, or a check may take. */
  static final int LONGEST = 365;

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_WORDS = 1000;

  private PromiseChecks() {}

  /** What is wrong with the time a material may be late by, as a key of its text. */
  static Optional<String> late(Material material) {
    if (material.lateLimit() == null) {
      return Optional.empty();
    }
    if (!material.deferrable()) {
      return Optional.of("item.late-not-deferrable");
    }
    return inDays(material.lateLimit()) ? Optional.empty() : Optional.of("item.late-limit");
  }

  /** What is wrong with the terms of an item, by its place in them. */
  static Map<String, String> of(ItemContent content) {
    Map<String, String> wrong = new LinkedHashMap<>();
    PromiseTerms terms = content.promise();
    if (terms == null) {
      return wrong;
    }
    for (int i = 0; i < terms.conditions().size(); i++) {
      String condition = terms.conditions().get(i);
      if (condition.isBlank() || condition.length() > LONGEST_TEXT) {
        wrong.put("/conditions/" + i, "item.promise-text");
      }
    }
    if (!terms.conditionsEn().isEmpty()
        && terms.conditionsEn().size() != terms.conditions().size()) {
      wrong.put("/conditionsEn", "item.promise-english");
    }
    for (int i = 0; i < terms.replaces().size(); i++) {
      String code = terms.replaces().get(i);
      if (content.materials().stream().noneMatch(material -> material.code().equals(code))) {
        wrong.put("/replaces/" + i, "item.promise-material");
      }
    }
    boolean needsCheck = terms.takesConditions();
    if (needsCheck != (terms.checkLimit() != null)
        || (terms.checkLimit() != null && !inDays(terms.checkLimit()))) {
      wrong.put("/checkLimit", "item.promise-check");
    }
    if (tooLong(terms.consequences()) || tooLong(terms.consequencesEn())) {
      wrong.put("/consequences", "item.promise-text");
    }
    return wrong;
  }

  private static boolean tooLong(String words) {
    return words != null && words.length() > LONGEST_WORDS;
  }

  private static boolean inDays(Limit limit) {
    return limit.unit() != LimitUnit.HOURS && limit.amount() >= 1 && limit.amount() <= LONGEST;
  }
}
