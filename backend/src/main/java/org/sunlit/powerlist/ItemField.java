package org.sunlit.powerlist;

import java.util.Optional;

/**
 * The fields of a power item that a list can bring in its columns. The API name is what a mapping
 * says; which headers mean a field by themselves is in {@code HeaderAliases}.
 */
public enum ItemField {
  CODE("code"),
  NAME("name"),
  NAME_EN("nameEn"),
  PARENT_NAME("parentName"),
  CATEGORY("category"),
  DEPARTMENT("department"),
  DEPARTMENT_CODE("departmentCode"),
  REGION("region"),
  LEVEL("level"),
  STATUS("status"),
  CANCELLED_ON("cancelledOn"),
  CLEANUP_ROUND("cleanupRound"),
  STATUS_REASON("statusReason"),
  EFFECTIVE_FROM("effectiveFrom"),
  HANDLING("handling"),
  STATUTORY_LIMIT("statutoryLimit"),
  STATUTORY_UNIT("statutoryUnit"),
  PROMISED_LIMIT("promisedLimit"),
  PROMISED_UNIT("promisedUnit"),
  ONLINE_DEPTH("onlineDepth"),
  VISITS("visits"),
  SERVICE_FOR("serviceFor"),
  RESULT("result"),
  LEGAL_BASES("legalBases"),
  CONDITIONS("conditions"),
  MATERIALS("materials"),
  FEES("fees"),
  WINDOW("window"),
  ADDRESS("address"),
  HOURS("hours"),
  TELEPHONES("telephones"),
  SUPERVISION_TELEPHONES("supervisionTelephones"),
  DUTIES("duties"),
  ACCOUNTABILITY("accountability"),
  FLOW("flow"),
  PROMISE("promise");

  private final String code;

  ItemField(String code) {
    this.code = code;
  }

  /** The name a mapping uses. */
  public String code() {
    return code;
  }

  /** Whether it fits into a column: a flow and terms of promises don't. */
  private boolean fits() {
    return this != FLOW && this != PROMISE;
  }

  /** The field a column can be mapped to by this name. */
  static Optional<ItemField> find(String code) {
    for (ItemField field : values()) {
      if (field.code.equals(code) && field.fits()) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** All names a mapping can use. */
  static String words() {
    StringBuilder words = new StringBuilder();
    for (ItemField field : values()) {
      if (field.fits()) {
        words.append(words.length() == 0 ? "" : ", ").append(field.code);
      }
    }
    return words.toString();
  }
}
