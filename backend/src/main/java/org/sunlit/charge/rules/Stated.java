package org.sunlit.charge.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the staff state of a fee: never an amount.
 *
 * @param quantities one for each measure
 * @param exemption the code of an exemption; null for none
 */
public record Stated(String feeCode, List<BigDecimal> quantities, String exemption) {
  public Stated {
    quantities = List.copyOf(quantities);
  }
}
