package org.sunlit.charge.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/**
 * What a word from the payment gateway means for an order and its bill, whenever and however often
 * it comes. What was paid stays paid; a bill is paid once.
 */
public final class Settlement {
  /** What becomes of it. */
  public enum Verdict implements Coded {
    /** It pays the bill. */
    COUNTED("counted"),
    /** It was known already. */
    REPEATED("repeated"),
    /** Money that came although the bill is paid, or has become another: it can be asked back. */
    SURPLUS("surplus"),
    /** The payer or the bank said no. */
    DECLINED("declined"),
    /** Another amount than the order's: nothing is believed of it. */
    WRONG_AMOUNT("wrongAmount");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }
  }

  /** Where an order stands. */
  public enum OrderState implements Coded {
    OPEN("open"),
    PAID("paid"),
    DECLINED("declined"),
    /** Nobody paid in time, or the bill was assessed anew. */
    CLOSED("closed");

    private final String code;

    OrderState(String code) {
      this.code = code;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }

    /** The state with this name. */
    @JsonCreator
    public static OrderState of(String code) {
      return Coded.of(OrderState.class, code);
    }
  }

  private Settlement() {}

  /**
   * Judges.
   *
   * @param order where the order stands
   * @param orderFen what it is for
   * @param billPaid whether something has paid the bill already
   * @param billFen what the bill comes to now
   * @param paid whether the gateway says it was paid, else it was declined
   * @param saidFen the amount the gateway says
   */
  public static Verdict judge(
      OrderState order, long orderFen, boolean billPaid, long billFen, boolean paid, long saidFen) {
    if (saidFen != orderFen) {
      return Verdict.WRONG_AMOUNT;
    }
    if (order == OrderState.PAID) {
      return Verdict.REPEATED;
    }
    if (!paid) {
      return order == OrderState.OPEN ? Verdict.DECLINED : Verdict.REPEATED;
    }
    return billPaid || billFen != orderFen ? Verdict.SURPLUS : Verdict.COUNTED;
  }
}
