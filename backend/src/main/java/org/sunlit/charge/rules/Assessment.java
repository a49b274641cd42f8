package org.sunlit.charge.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fees of a case from what was stated: nothing beyond the standards in force on the day of its
 * acceptance can be charged, and nothing of them left out (行政许可法第五十九条: 收费应当按照公布的法定项目和标准).
 *
 * @param fees as assessed; empty when something is wrong
 * @param faults everything that is wrong with the statement
 */
public record Assessment(List<AssessedFee> fees, List<Fault> faults) {
  /** Beyond this somebody has mistyped: ten thousand million yuan. */
  private static final long MOST = 1_000_000_000_000L;

  public Assessment {
    fees = List.copyOf(fees);
    faults = List.copyOf(faults);
  }

  /**
   * Assesses.
   *
   * @param inForce the standards in force that day for the item, and no others
   */
  public static Assessment of(List<StandardVersion> inForce, List<Stated> statement) {
    Map<String, StandardVersion> byCode =
        inForce.stream().collect(Collectors.toMap(StandardVersion::code, Function.identity()));
    List<AssessedFee> fees = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int place = 0; place < statement.size(); place++) {
      Stated stated = statement.get(place);
      StandardVersion version = byCode.get(stated.feeCode());
      String at = "/fees/" + place;
      List<Fault> wrong = faults(version, stated, at, seen);
      faults.addAll(wrong);
      if (wrong.isEmpty()) {
        fees.add(AssessedFee.of(version, stated));
      }
    }
    for (StandardVersion version : inForce) {
      if (!version.standard().optional() && !seen.contains(version.code())) {
        faults.add(Fault.of("/fees", "charge.left-out", version.standard().name()));
      }
    }
    return faults.isEmpty() ? new Assessment(fees, faults) : new Assessment(List.of(), faults);
  }

  private static List<Fault> faults(
      StandardVersion version, Stated stated, String at, Set<String> seen) {
    if (version == null) {
      return List.of(Fault.of(at + "/feeCode", "charge.no-such-standard"));
    }
    if (!seen.add(stated.feeCode())) {
      return List.of(Fault.of(at + "/feeCode", "charge.twice"));
    }
    List<Fault> faults = new ArrayList<>();
    FeeStandard standard = version.standard();
    int measures = standard.tariff().measures().size();
    if (stated.quantities().size() != measures) {
      faults.add(Fault.of(at + "/quantities", "charge.quantities", measures));
    }
    for (int place = 0; place < stated.quantities().size(); place++) {
      if (stated.quantities().get(place).signum() <= 0) {
        faults.add(Fault.of(at + "/quantities/" + place, "charge.quantity-positive"));
      }
    }
    if (stated.exemption() != null && standard.exemption(stated.exemption()).isEmpty()) {
      faults.add(Fault.of(at + "/exemption", "charge.no-such-exemption"));
    }
    if (faults.isEmpty() && tooMuch(standard.tariff(), stated.quantities())) {
      faults.add(Fault.of(at + "/quantities", "charge.too-much"));
    }
    return faults;
  }

  private static boolean tooMuch(Tariff tariff, List<BigDecimal> quantities) {
    try {
      return tariff.amount(quantities) > MOST;
    } catch (ArithmeticException beyondALong) {
      return true;
    }
  }
}
