package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.ChangedField;
import org.sunlit.powerlist.flow.FlowJson;

/** What a new version changes, and nothing else, by the contract's field names. */
final class ChangedFields {
  /** The name under which the flow is a field of its item. */
  private static final String FLOW = "flow";

  private ChangedFields() {}

  static List<ChangedField> of(ItemEditing.Planned planned) {
    List<ChangedField> fields = new ArrayList<>();
    for (VersionChanges.Change change : planned.changes()) {
      fields.add(field(change.name(), change.before(), change.after()));
    }
    if (planned.flowChanges()) {
      fields.add(
          field(
              FLOW,
              planned.before() == null ? null : FlowJson.read(planned.before().flow()),
              FlowJson.read(planned.version().flow())));
    }
    return fields;
  }

  /** As they are kept, with the versions' numbers before them. */
  static String record(ItemEditing.Planned planned) {
    List<ChangedField> fields = new ArrayList<>();
    fields.add(
        field(
            "version",
            planned.before() == null ? null : planned.before().number(),
            planned.version().number()));
    fields.addAll(of(planned));
    return ItemJson.write(fields);
  }

  static ChangedField field(String name, Object before, Object after) {
    return new ChangedField().field(name).before(ItemJson.tree(before)).after(ItemJson.tree(after));
  }
}
