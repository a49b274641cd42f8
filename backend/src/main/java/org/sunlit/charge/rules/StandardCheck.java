package org.sunlit.charge.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps a fee standard from being published. */
public final class StandardCheck {
  private final List<Fault> faults = new ArrayList<>();

  private StandardCheck() {}

  /** Everything that is wrong with it; pointers are relative to the standard. */
  public static List<Fault> of(FeeStandard standard) {
    StandardCheck check = new StandardCheck();
    check.status(standard);
    check.tariff(standard.tariff());
    check.exemptions(standard.exemptions());
    return List.copyOf(check.faults);
  }

  private void status(FeeStandard standard) {
    boolean inForce = standard.status() == FeeState.IN_FORCE;
    boolean said = standard.statusBasis() != null && !standard.statusBasis().isBlank();
    if (!inForce && !said) {
      wrong("/statusBasis", "charge.status-basis");
    }
    if (inForce && standard.savedFenPerYear() != null) {
      wrong("/savedFenPerYear", "charge.saves-nothing");
    }
  }

  private void tariff(Tariff tariff) {
    switch (tariff.kind()) {
      case FIXED -> {
        amount(tariff);
        measures(tariff, 0, 0);
      }
      case PER_UNIT -> {
        amount(tariff);
        measures(tariff, 1, 3);
      }
      case BRACKET, PROGRESSIVE -> {
        measures(tariff, 1, 1);
        brackets(tariff.brackets());
      }
    }
    if (tariff.minimumFen() != null
        && tariff.maximumFen() != null
        && tariff.minimumFen() > tariff.maximumFen()) {
      wrong("/tariff/maximumFen", "charge.bounds");
    }
  }

  private void amount(Tariff tariff) {
    if (tariff.amountFen() == null) {
      wrong("/tariff/amountFen", "field.required");
    }
    if (!tariff.brackets().isEmpty()) {
      wrong("/tariff/brackets", "charge.brackets-unused");
    }
  }

  private void measures(Tariff tariff, int least, int most) {
    int count = tariff.measures().size();
    if (count < least || count > most) {
      wrong("/tariff/measures", "charge.measures", least, most);
    }
  }

  private void brackets(List<Bracket> brackets) {
    if (brackets.isEmpty()) {
      wrong("/tariff/brackets", "field.required");
      return;
    }
    BigDecimal before = BigDecimal.ZERO;
    for (int place = 0; place < brackets.size(); place++) {
      BigDecimal upTo = brackets.get(place).upTo();
      boolean last = place == brackets.size() - 1;
      if (last != (upTo == null) || upTo != null && upTo.compareTo(before) <= 0) {
        wrong("/tariff/brackets/" + place + "/upTo", "charge.brackets-rise");
        return;
      }
      before = upTo;
    }
  }

  private void exemptions(List<Exemption> exemptions) {
    Set<String> seen = new HashSet<>();
    for (int place = 0; place < exemptions.size(); place++) {
      if (!seen.add(exemptions.get(place).code())) {
        wrong("/exemptions/" + place + "/code", "charge.twice");
      }
    }
  }

  private void wrong(String pointer, String key, Object... arguments) {
    faults.add(Fault.of(pointer, key, arguments));
  }
}
