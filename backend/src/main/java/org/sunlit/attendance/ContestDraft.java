package org.sunlit.attendance;

import org.sunlit.attendance.rules.LineKind;

/** What somebody says against a line of their own file. */
public record ContestDraft(LineKind kind, String line, String words) {
  public ContestDraft {
    words = words == null || words.isBlank() ? null : words.strip();
  }
}
