package org.sunlit.charge.rules;

import java.util.List;
import java.util.Optional;

/**
 * A fee standard 收费标准 as a version of it states it.
 *
 * @param departmentCode whose it is
 * @param items codes of the items it is charged with
 * @param statusBasis the document that suspends or cancels it; null while it is in force
 * @param basis the document that allows it
 * @param optional charged only where it applies; else with every case of its items
 * @param savedFenPerYear what its suspension or cancellation saves people in a year; null unknown
 */
public record FeeStandard(
    String name,
    String nameEn,
    String departmentCode,
    List<String> items,
    FeeState status,
    String statusBasis,
    String basis,
    Tariff tariff,
    List<Exemption> exemptions,
    boolean optional,
    Long savedFenPerYear) {
  public FeeStandard {
    items = items == null ? List.of() : List.copyOf(items);
    exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
  }

  /** The exemption with this code. */
  public Optional<Exemption> exemption(String code) {
    return exemptions.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** Whether cases of the item are charged by it. */
  public boolean charges(String itemCode) {
    return status == FeeState.IN_FORCE && items.contains(itemCode);
  }
}
