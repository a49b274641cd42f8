package org.sunlit.charge.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sunlit.platform.Coded;

/** What may be paid back: the amount follows from the ground and is nobody's to choose. */
public final class Refunds {
  /** Why something is paid back. */
  public enum Ground implements Coded {
    /** 申请人撤回, before work began. */
    WITHDRAWN("withdrawn"),
    /** 多缴、重缴: it came although the bill was paid. */
    OVERPAID("overpaid"),
    /** 收费项目已取消或停收, from a day before the case was accepted. */
    FEE_CANCELLED("feeCancelled");

    private final String code;

    Ground(String code) {
      this.code = code;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }

    /** The ground with this name. */
    @JsonCreator
    public static Ground of(String code) {
      return Coded.of(Ground.class, code);
    }
  }

  /** A payment: which, how much, whether it paid the bill, what of it went or goes back. */
  public record Paid(UUID id, long amountFen, boolean counted, long refundedFen) {}

  /** A fee that was charged with a case. */
  public record Charged(String caseNumber, String feeCode, long amountFen) {}

  /** Something that may be paid back. */
  public record Possible(UUID paymentId, Ground ground, long amountFen) {}

  private Refunds() {}

  /**
   * Everything that may be paid back now.
   *
   * @param withdrawn numbers of cases withdrawn before work on them began
   * @param cancelled of the fees charged those that, as is known now, weren't to be charged on the
   *     day of acceptance
   */
  public static List<Possible> possible(
      List<Paid> payments, List<Charged> charged, Set<String> withdrawn, Set<Charged> cancelled) {
    List<Possible> possible = new ArrayList<>();
    for (Paid paid : payments) {
      if (!paid.counted()) {
        add(possible, paid, Ground.OVERPAID, paid.amountFen());
        continue;
      }
      add(
          possible,
          paid,
          Ground.WITHDRAWN,
          sum(charged.stream().filter(one -> withdrawn.contains(one.caseNumber())).toList()));
      add(
          possible,
          paid,
          Ground.FEE_CANCELLED,
          sum(charged.stream().filter(cancelled::contains).toList()));
    }
    return List.copyOf(possible);
  }

  private static void add(List<Possible> possible, Paid paid, Ground ground, long owed) {
    long rest = Math.min(owed, paid.amountFen()) - paid.refundedFen();
    if (rest > 0) {
      possible.add(new Possible(paid.id(), ground, rest));
    }
  }

  private static long sum(List<Charged> charged) {
    return charged.stream().mapToLong(Charged::amountFen).sum();
  }
}
