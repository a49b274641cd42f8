package org.sunlit.staff.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers which fields differ before and after; what is the same is left out. */
public final class Changes {
  private final List<FieldChange> changes = new ArrayList<>();

  /** A field with one value; null is none. */
  public Changes of(String field, Object before, Object after) {
    return list(field, one(before), one(after));
  }

  /** A field with many values, compared without their order. */
  public Changes of(String field, Collection<String> before, Collection<String> after) {
    return list(field, before.stream().sorted().toList(), after.stream().sorted().toList());
  }

  public List<FieldChange> list() {
    return List.copyOf(changes);
  }

  private Changes list(String field, List<String> before, List<String> after) {
    if (!before.equals(after)) {
      changes.add(new FieldChange(field, before, after));
    }
    return this;
  }

  private static List<String> one(Object value) {
    return value == null || value.toString().isEmpty() ? List.of() : List.of(value.toString());
  }
}
