package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * One version of a power item as a case needs it. Immutable, like the version: a case stays on the
 * version it started on.
 *
 * @param versionId the version's id, which a case keeps
 * @param versionNumber 1 for the item's first version
 * @param code the item's code
 * @param name 事项名称
 * @param nameEn the English name, or null
 * @param category 事项类型
 * @param department who holds the power
 * @param regionCode twelve digits
 * @param level of which government it is, or null
 * @param status whether new cases may start on it
 * @param effectiveFrom the version's first day
 * @param effectiveTo its last day, or null while open
 * @param handling 即办件 or 承诺件
 * @param statutoryLimit 法定办结时限, or null
 * @param promisedLimit 承诺办结时限, or null
 * @param serviceFor whom it serves, or null
 * @param result what one gets, or null
 * @param materials what an applicant hands in
 * @param fees what is charged
 * @param flowId the flow definition's id, for {@code FlowDocuments}
 * @param flowOrigin whose flow it is
 * @param flow the flow that runs the case
 * @param promise on what promises it is decided, or null
 */
public record ItemInForce(
    UUID versionId,
    int versionNumber,
    String code,
    String name,
    String nameEn,
    Category category,
    DepartmentRef department,
    String regionCode,
    RegionLevel level,
    ItemStatus status,
    LocalDate effectiveFrom,
    LocalDate effectiveTo,
    Handling handling,
    Limit statutoryLimit,
    Limit promisedLimit,
    ServiceFor serviceFor,
    ItemResult result,
    List<Material> materials,
    List<Fee> fees,
    UUID flowId,
    FlowOrigin flowOrigin,
    FlowDefinition flow,
    PromiseTerms promise) {
  public ItemInForce {
    materials = List.copyOf(materials);
    // Versions stored before fees were part of one have none.
    fees = fees == null ? List.of() : List.copyOf(fees);
  }

  /** On what promises it is decided. */
  public PromiseTerms terms() {
    return promise == null ? PromiseTerms.USUAL : promise;
  }

  /** Whether anything can be promised with an application: late materials, or conditions. */
  public boolean mayPromise() {
    return terms().takesConditions() || materials.stream().anyMatch(Material::promisable);
  }

  /** The material with this code, or null when the item's list hasn't one. */
  public Material material(String materialCode) {
    return materials.stream()
        .filter(material -> material.code().equals(materialCode))
        .findFirst()
        .orElse(null);
  }
}
