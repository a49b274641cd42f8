package org.sunlit.staff.rules;

import java.util.List;

/** A field before and after; both are lists, empty for nothing. */
public record FieldChange(String field, List<String> before, List<String> after) {
  public FieldChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
