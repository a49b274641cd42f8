package org.sunlit.document.rules;

import java.util.UUID;

/**
 * What a case is about, the same for all its documents.
 *
 * @param caseNumber the case
 * @param procedure by which law
 * @param itemVersionId the version of the item it runs on
 * @param itemName 事项名称
 * @param itemNameEn its English name; may be null
 * @param result what one gets in the end; null when the item doesn't say
 * @param resultEn the same in English; may be null
 * @param departmentCode whose decision it is
 * @param regionCode where it belongs
 * @param addressee the applicant's full name
 * @param person whether they are a natural person
 */
public record Matter(
    String caseNumber,
    Procedure procedure,
    UUID itemVersionId,
    String itemName,
    String itemNameEn,
    String result,
    String resultEn,
    String departmentCode,
    String regionCode,
    String addressee,
    boolean person) {
  boolean licence() {
    return procedure == Procedure.LICENCE;
  }

  /** How the applicant is spoken to. */
  String you() {
    return person ? "你" : "你单位";
  }

  String english() {
    return itemNameEn == null ? itemName : itemNameEn;
  }

  /** In English, what the application is for. */
  String about() {
    return " for “" + english() + "”";
  }
}
