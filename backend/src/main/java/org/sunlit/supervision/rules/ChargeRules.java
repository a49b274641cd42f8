package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules on what is charged (收费): each fee is counted again from the standard in the event. */
final class ChargeRules {
  private static final String IN_FORCE = "inForce";

  private ChargeRules() {}

  static List<ActRule> all(RuleBook.Words words) {
    return List.of(
        words.act("charge.off-standard", assessed(ChargeRules::offStandard)),
        words.act("charge.unlisted", ChargeRules::unlisted),
        words.act("charge.taken-more", ChargeRules::takenMore));
  }

  /** What a fee comes to isn't what its standard says. */
  private static boolean offStandard(Told.Fee fee) {
    if (fee.tariff() == null) {
      return false;
    }
    boolean full = fee.tariff().amount(fee.quantities()) == fee.fullFen();
    boolean less = fee.exemption() != null && fee.amountFen() <= fee.fullFen();
    return !full || !(less || fee.amountFen() == fee.fullFen());
  }

  /** By a standard that isn't in force, or isn't the item's (违规收费). */
  private static Optional<Sighting> unlisted(Act act) {
    String item = act.before().itemCode();
    return assessed(
            fee ->
                fee.status() != null
                    && fee.items() != null
                    && (!IN_FORCE.equals(fee.status())
                        || item != null && !fee.items().contains(item)))
        .apply(act);
  }

  private static Function<Act, Optional<Sighting>> assessed(Predicate<Told.Fee> wrong) {
    return act -> {
      List<String> fees =
          act.event().kind().equals("charge.assessed")
              ? act.event().told().fees().stream().filter(wrong).map(Told.Fee::feeCode).toList()
              : List.of();
      return fees.isEmpty()
          ? Optional.empty()
          : Optional.of(Sighting.of(Map.of("fees", String.join("、", fees)), List.of()));
    };
  }

  /** More was taken than the bill comes to. */
  private static Optional<Sighting> takenMore(Act act) {
    Told told = act.event().told();
    if (!act.event().kind().equals("charge.paid") || told.amountFen() == null) {
      return Optional.empty();
    }
    return act.before()
        .bill(told.billNumber())
        .filter(bill -> told.amountFen() > bill.amountFen())
        .map(
            bill ->
                Sighting.of(
                    Map.of("paid", yuan(told.amountFen()), "assessed", yuan(bill.amountFen())),
                    List.of(bill.assessed())));
  }

  private static String yuan(long fen) {
    return java.math.BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
