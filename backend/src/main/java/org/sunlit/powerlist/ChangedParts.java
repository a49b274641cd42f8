package org.sunlit.powerlist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sunlit.powerlist.flow.FlowJson;

/**
 * What a new version changes, and nothing else, as two JSON objects by the contract's field names.
 */
record ChangedParts(String before, String after) {
  /** The name under which the flow is a field of its item. */
  static final String FLOW = "flow";

  static ChangedParts of(ItemEditing.Planned planned) {
    Map<String, JsonNode> before = new LinkedHashMap<>();
    Map<String, JsonNode> after = new LinkedHashMap<>();
    for (VersionChanges.Change change : planned.changes()) {
      put(before, change.name(), ItemJson.tree(change.before()));
      put(after, change.name(), ItemJson.tree(change.after()));
    }
    if (planned.flowChanges()) {
      put(before, FLOW, planned.before() == null ? null : flow(planned.before().flow()));
      put(after, FLOW, flow(planned.version().flow()));
    }
    before.put("version", ItemJson.tree(planned.before() == null ? 0 : planned.before().number()));
    after.put("version", ItemJson.tree(planned.version().number()));
    return new ChangedParts(
        planned.before() == null ? null : ItemJson.write(before), ItemJson.write(after));
  }

  /** A stored flow as the form it is edited in, so that both sides of a change look alike. */
  static JsonNode flow(String stored) {
    return ItemJson.tree(FlowJson.read(stored));
  }

  private static void put(Map<String, JsonNode> fields, String name, JsonNode value) {
    if (value != null && !value.isNull()) {
      fields.put(name, value);
    }
  }
}
