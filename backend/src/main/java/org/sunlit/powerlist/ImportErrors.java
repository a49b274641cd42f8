package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong: counts all of it, keeps the first of it. */
final class ImportErrors {
  /** How many are kept, in the order of the file. */
  static final int MOST_KEPT = 1_000;

  private final List<ImportError> errors = new ArrayList<>();

  void add(Integer row, String column, String value, String messageKey, Object... args) {
    errors.add(ImportError.of(row, column, value, messageKey, List.of(args)));
  }

  void add(ImportError error) {
    errors.add(error);
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  int count() {
    return errors.size();
  }

  /** The first of them, in the order of the file. */
  List<ImportError> kept() {
    return errors.stream()
        .sorted(
            Comparator.comparing(
                ImportError::row, Comparator.nullsFirst(Comparator.naturalOrder())))
        .limit(MOST_KEPT)
        .toList();
  }
}
