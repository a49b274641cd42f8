package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.Objects;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * A power item as somebody wants it published.
 *
 * @param code the item's code (事项编码)
 * @param effectiveFrom from when, or null for the publication's own day
 * @param content what it says
 * @param flow its own flow, not yet fitted to the promised limit; null for the category's standard
 *     flow
 */
public record ItemDraft(
    String code, LocalDate effectiveFrom, ItemContent content, FlowDefinition flow) {
  public ItemDraft {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(content, "content");
  }
}
