package org.sunlit.charge.rules;

import java.math.BigDecimal;

/**
 * A part of a tariff by quantity (分档).
 *
 * @param upTo up to and with this quantity; null for all above
 * @param amountFen what this bracket costs by itself, in fen
 * @param perUnitFen what each unit costs in it, in fen
 */
public record Bracket(BigDecimal upTo, long amountFen, long perUnitFen) {

  boolean holds(BigDecimal quantity) {
    return upTo == null || quantity.compareTo(upTo) <= 0;
  }
}
