package org.sunlit.charge.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * A fee as it was assessed, with everything it follows from, so that anybody can count it again.
 *
 * @param feeVersion the version of the standard in force on the day of acceptance
 * @param fullFen what the standard comes to
 * @param exemption null for none
 * @param reducedFen what the exemption takes off
 */
public record AssessedFee(
    String feeCode,
    int feeVersion,
    String feeName,
    String feeNameEn,
    String departmentCode,
    String basis,
    List<Measure> measures,
    List<BigDecimal> quantities,
    long fullFen,
    Exemption exemption,
    long reducedFen) {

  /** What is to be paid, in fen. */
  public long amountFen() {
    return fullFen - reducedFen;
  }

  static AssessedFee of(StandardVersion version, Stated stated) {
    FeeStandard standard = version.standard();
    long full = standard.tariff().amount(stated.quantities());
    Exemption exemption =
        stated.exemption() == null ? null : standard.exemption(stated.exemption()).orElseThrow();
    return new AssessedFee(
        version.code(),
        version.version(),
        standard.name(),
        standard.nameEn(),
        standard.departmentCode(),
        standard.basis(),
        standard.tariff().measures(),
        stated.quantities(),
        full,
        exemption,
        exemption == null ? 0 : exemption.reduction(full));
  }
}
