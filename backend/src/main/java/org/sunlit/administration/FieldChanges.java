package org.sunlit.administration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sunlit.api.model.ChangedField;
import org.sunlit.platform.StoredJson;

/** What differs between two versions of something that is kept as data. */
public final class FieldChanges {
  private FieldChanges() {}

  /**
   * The fields that differ, in the new version's order.
   *
   * @param before null when there was none
   */
  public static List<ChangedField> between(Object before, Object after) {
    Map<String, Object> was = before == null ? Map.of() : StoredJson.members(before);
    Map<String, Object> is = StoredJson.members(after);
    Set<String> names = new LinkedHashSet<>(is.keySet());
    names.addAll(was.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(was.get(name), is.get(name)))
        .map(name -> new ChangedField().field(name).before(was.get(name)).after(is.get(name)))
        .toList();
  }
}
