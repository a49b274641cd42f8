package org.sunlit.powerlist;

import java.util.List;

/**
 * Why an item can't be published.
 *
 * @param index the item's place in the publication, from 0
 * @param field which field, by the name an import maps columns to; null for the item as a whole
 * @param place where in the field, as a JSON pointer from there; empty for the whole of it
 * @param messageKey a key of the {@code problems} bundles
 * @param args fill its text
 */
public record ItemFinding(
    int index, ItemField field, String place, String messageKey, List<Object> args) {
  public ItemFinding {
    args = List.copyOf(args);
  }

  /** A finding in the field as a whole. */
  ItemFinding(int index, ItemField field, String messageKey, List<Object> args) {
    this(index, field, "", messageKey, args);
  }

  /** Where it is in an item's own JSON: {@code /content/materials/2/name} (RFC 6901). */
  String pointer() {
    if (field == null) {
      return "/content";
    }
    return switch (field) {
      case CODE -> "code";
      case EFFECTIVE_FROM -> "/effectiveFrom";
      case FLOW -> "/flow" + place;
      case DEPARTMENT, DEPARTMENT_CODE -> "/content/departmentCode";
      case REGION -> "/content/regionCode";
      case WINDOW, ADDRESS, HOURS -> "/content/windows" + place;
      case STATUTORY_UNIT -> "/content/statutoryLimit";
      case PROMISED_UNIT -> "/content/promisedLimit";
      case NAME,
          NAME_EN,
          PARENT_NAME,
          CATEGORY,
          LEVEL,
          STATUS,
          CANCELLED_ON,
          CLEANUP_ROUND,
          STATUS_REASON,
          HANDLING,
          STATUTORY_LIMIT,
          PROMISED_LIMIT,
          ONLINE_DEPTH,
          VISITS,
          SERVICE_FOR,
          RESULT,
          LEGAL_BASES,
          CONDITIONS,
          MATERIALS,
          FEES,
          TELEPHONES,
          SUPERVISION_TELEPHONES,
          DUTIES,
          ACCOUNTABILITY,
          PROMISE ->
          "/content/" + field.code() + place;
    };
  }
}
