package org.sunlit.charge.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sunlit.platform.Coded;

/**
 * How much a fee comes to: whole fen (分), counted with decimals and rounded half up once, at the
 * end.
 *
 * @param amountFen for {@code fixed} the amount, for {@code perUnit} that of a unit; else null
 * @param measures what is counted, in order; several are multiplied (平方米 × 日)
 * @param minimumFen never less than this; null for no bound
 * @param maximumFen never more than this; null for no bound
 * @param brackets for tariffs by bracket, rising; the last has no end
 */
public record Tariff(
    Kind kind,
    Long amountFen,
    List<Measure> measures,
    Long minimumFen,
    Long maximumFen,
    List<Bracket> brackets) {
  /** How a tariff counts. */
  public enum Kind implements Coded {
    /** 定额. */
    FIXED("fixed"),
    /** 按数量. */
    PER_UNIT("perUnit"),
    /** 分档: the bracket the quantity falls into says it all. */
    BRACKET("bracket"),
    /** 分段累计: each part of the quantity by its own bracket. */
    PROGRESSIVE("progressive");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }

    /** The kind with this name. */
    @JsonCreator
    public static Kind of(String code) {
      return Coded.of(Kind.class, code);
    }
  }

  public Tariff {
    measures = measures == null ? List.of() : List.copyOf(measures);
    brackets = brackets == null ? List.of() : List.copyOf(brackets);
  }

  /**
   * What these quantities cost, in fen.
   *
   * @param quantities one for each measure, in their order, none negative
   */
  public long amount(List<BigDecimal> quantities) {
    BigDecimal quantity = quantities.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    BigDecimal plain =
        switch (kind) {
          case FIXED -> BigDecimal.valueOf(amountFen);
          case PER_UNIT -> BigDecimal.valueOf(amountFen).multiply(quantity);
          case BRACKET -> inBracket(quantity);
          case PROGRESSIVE -> throughBrackets(quantity);
        };
    return bounded(plain.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private BigDecimal inBracket(BigDecimal quantity) {
    Bracket one = brackets.stream().filter(each -> each.holds(quantity)).findFirst().orElseThrow();
    return BigDecimal.valueOf(one.amountFen())
        .add(BigDecimal.valueOf(one.perUnitFen()).multiply(quantity));
  }

  private BigDecimal throughBrackets(BigDecimal quantity) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal from = BigDecimal.ZERO;
    for (Bracket one : brackets) {
      BigDecimal to = one.holds(quantity) ? quantity : one.upTo();
      sum =
          sum.add(BigDecimal.valueOf(one.amountFen()))
              .add(BigDecimal.valueOf(one.perUnitFen()).multiply(to.subtract(from)));
      if (one.holds(quantity)) {
        break;
      }
      from = one.upTo();
    }
    return sum;
  }

  private long bounded(long amount) {
    long atLeast = minimumFen == null ? amount : Math.max(minimumFen, amount);
    return maximumFen == null ? atLeast : Math.min(maximumFen, atLeast);
  }
}
