package org.sunlit.joint.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.sunlit.powerlist.Fee;
import org.sunlit.powerlist.FeeStatus;
import org.sunlit.powerlist.ItemInForce;

/**
 * One charge for the whole (一次收费, B24): the sum of what each item's published fees come to.
 *
 * @param totalFen the sum of what is fixed, in fen (分)
 * @param lines every fee that is charged
 */
public record JointCharge(long totalFen, List<Line> lines) {
  /** A standard by quantity, such as 每平方米; 每件 and the like are for the case itself. */
  private static final Pattern BY_QUANTITY = Pattern.compile("每(?!件|本|证|份|次|宗)");

  /**
   * One fee.
   *
   * @param counted whether it is in the sum: not where the amount depends on a quantity that is
   *     measured later
   */
  public record Line(String itemCode, Fee fee, boolean counted) {}

  public JointCharge {
    lines = List.copyOf(lines);
  }

  /** What these items come to together. */
  public static JointCharge of(Collection<ItemInForce> items) {
    List<Line> lines = new ArrayList<>();
    for (ItemInForce item : items) {
      for (Fee fee : item.fees()) {
        if (fee.status() == FeeStatus.CHARGED) {
          lines.add(new Line(item.code(), fee, fixed(fee)));
        }
      }
    }
    long total =
        lines.stream().filter(Line::counted).mapToLong(line -> line.fee().amountFen()).sum();
    return new JointCharge(total, lines);
  }

  private static boolean fixed(Fee fee) {
    return fee.amountFen() != null
        && (fee.standard() == null || !BY_QUANTITY.matcher(fee.standard()).find());
  }
}
