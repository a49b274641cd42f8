package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.sunlit.casework.rules.ReuseKind;

/**
 * A material that is taken over from an earlier case instead of being handed in (B17).
 *
 * @param code the material's code in the item's list
 * @param caseNumber the earlier case
 * @param id of the document, or of the file
 */
public record TakenOver(String code, String caseNumber, ReuseKind kind, UUID id) {
  public TakenOver {
    requireNonNull(code, "code");
    requireNonNull(caseNumber, "caseNumber");
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
  }
}
