package org.sunlit.charge;

import java.math.BigDecimal;

/** Amounts in yuan, for texts. */
final class Yuan {
  private static final int PLACES = 2;

  private Yuan() {}

  /** Such as 120.00. */
  static String of(long fen) {
    return BigDecimal.valueOf(fen, PLACES).toPlainString();
  }
}
