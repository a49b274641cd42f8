package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.sunlit.calendar.Limit;

/**
 * Everything a version of a power item says (A4–A9, A13–A15), apart from its code and its flow. Two
 * equal contents are the same version. Null means the department hasn't said; an empty list of fees
 * means it charges nothing.
 *
 * @param name 事项名称
 * @param nameEn the English name, or null
 * @param parentName 主项名称, or null
 * @param category 事项类型
 * @param departmentCode the department's main code
 * @param regionCode twelve digits
 * @param level at which level the power is held, or null for the region's own
 * @param status whether cases may start
 * @param cancelledOn when it was cancelled, or null
 * @param cleanupRound in which round of clean-up (清理), or null
 * @param statusReason why it isn't in force, or null
 * @param handling 即办件 or 承诺件
 * @param statutoryLimit 法定办结时限, or null
 * @param promisedLimit 承诺办结时限, or null
 * @param onlineDepth 1 consult, 2 pre-review, 3 online with a visit, 4 wholly online, or null
 * @param visits how often one must come, or null
 * @param serviceFor whom it serves, or null
 * @param result what one gets, or null
 * @param fees null when not said, empty when free
 * @param promise on what promises it is decided, or null
 */
public record ItemContent(
    String name,
    String nameEn,
    String parentName,
    Category category,
    String departmentCode,
    String regionCode,
    RegionLevel level,
    ItemStatus status,
    LocalDate cancelledOn,
    Integer cleanupRound,
    String statusReason,
    Handling handling,
    Limit statutoryLimit,
    Limit promisedLimit,
    Integer onlineDepth,
    Integer visits,
    ServiceFor serviceFor,
    ItemResult result,
    List<LegalBasis> legalBases,
    List<String> conditions,
    List<Material> materials,
    List<Fee> fees,
    List<ServiceWindow> windows,
    List<String> telephones,
    List<String> supervisionTelephones,
    List<String> duties,
    List<String> accountability,
    PromiseTerms promise) {
  public ItemContent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(departmentCode, "departmentCode");
    Objects.requireNonNull(regionCode, "regionCode");
    status = status == null ? ItemStatus.IN_FORCE : status;
    handling = handling == null ? Handling.PROMISED : handling;
    legalBases = orEmpty(legalBases);
    conditions = orEmpty(conditions);
    materials = orEmpty(materials);
    fees = fees == null ? null : List.copyOf(fees);
    windows = orEmpty(windows);
    telephones = orEmpty(telephones);
    supervisionTelephones = orEmpty(supervisionTelephones);
    duties = orEmpty(duties);
    accountability = orEmpty(accountability);
  }

  /** What an item says that takes no promise of conditions. */
  public ItemContent(
      String name,
      String nameEn,
      String parentName,
      Category category,
      String departmentCode,
      String regionCode,
      RegionLevel level,
      ItemStatus status,
      LocalDate cancelledOn,
      Integer cleanupRound,
      String statusReason,
      Handling handling,
      Limit statutoryLimit,
      Limit promisedLimit,
      Integer onlineDepth,
      Integer visits,
      ServiceFor serviceFor,
      ItemResult result,
      List<LegalBasis> legalBases,
      List<String> conditions,
      List<Material> materials,
      List<Fee> fees,
      List<ServiceWindow> windows,
      List<String> telephones,
      List<String> supervisionTelephones,
      List<String> duties,
      List<String> accountability) {
    this(
        name,
        nameEn,
        parentName,
        category,
        departmentCode,
        regionCode,
        level,
        status,
        cancelledOn,
        cleanupRound,
        statusReason,
        handling,
        statutoryLimit,
        promisedLimit,
        onlineDepth,
        visits,
        serviceFor,
        result,
        legalBases,
        conditions,
        materials,
        fees,
        windows,
        telephones,
        supervisionTelephones,
        duties,
        accountability,
        null);
  }

  /** Whether nothing is charged today; null when the department hasn't said. */
  public Boolean free() {
    return fees == null
        ? null
        : (Boolean) fees.stream().noneMatch(fee -> fee.status() == FeeStatus.CHARGED);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
