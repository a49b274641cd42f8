package org.sunlit.powerlist;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.powerlist.flow.StandardFlows;

/** Finds each item's flow and fits it to the promised limit, once for all items alike. */
final class FlowFitting {
  /**
   * A flow as an item runs on it.
   *
   * @param json the flow as stored
   */
  record Fitted(FlowOrigin origin, FlowDefinition flow, String json) {}

  private record Key(FlowOrigin origin, FlowDefinition flow, Limit promised) {}

  private final Map<Key, Fitted> fitted = new HashMap<>();
  private final Map<String, FlowDefinition> read = new HashMap<>();

  Fitted fit(ItemDraft draft, PublishPlan.Latest before) {
    ItemContent content = draft.content();
    if (draft.flow() != null) {
      return fit(FlowOrigin.OWN, draft.flow(), content.promisedLimit());
    }
    // A standard flow shipped with a later release must not make every item look changed.
    if (before != null
        && before.origin() == FlowOrigin.STANDARD
        && before.content().category() == content.category()
        && Objects.equals(before.content().promisedLimit(), content.promisedLimit())) {
      return fit(FlowOrigin.STANDARD, read(before.flow()), null);
    }
    return fit(
        FlowOrigin.STANDARD, StandardFlows.of(content.category().code()), content.promisedLimit());
  }

  /** The flow in this JSON; null for null. */
  FlowDefinition read(String json) {
    return json == null ? null : read.computeIfAbsent(json, FlowJson::read);
  }

  private Fitted fit(FlowOrigin origin, FlowDefinition flow, Limit promised) {
    return fitted.computeIfAbsent(
        new Key(origin, flow, promised),
        key -> {
          FlowDefinition result = promised == null ? flow : flow.fittedTo(promised);
          return new Fitted(origin, result, FlowJson.write(result));
        });
  }
}
