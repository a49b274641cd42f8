package org.sunlit.charge.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Who pays less 减免, such as small enterprises or families on subsistence allowances.
 *
 * @param perMille how much less, in thousandths; 1000 is nothing to pay
 * @param basis the document that says so
 */
public record Exemption(String code, String name, String nameEn, int perMille, String basis) {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(1000);

  /** What it takes off an amount, in whole fen, half a fen in the payer's favour. */
  public long reduction(long amountFen) {
    return BigDecimal.valueOf(amountFen)
        .multiply(BigDecimal.valueOf(perMille))
        .divide(WHOLE, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
