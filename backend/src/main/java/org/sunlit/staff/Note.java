package org.sunlit.staff;

import java.util.List;
import org.sunlit.problem.Language;
import org.sunlit.problem.ProblemTexts;

/** What one should know before going on with a change; a key of the {@code problems} bundles. */
record Note(String key, List<Object> args) {
  static Note of(String key, Object... args) {
    return new Note(key, List.of(args));
  }

  String text(Language language) {
    return ProblemTexts.text(language, key, args.toArray());
  }
}
