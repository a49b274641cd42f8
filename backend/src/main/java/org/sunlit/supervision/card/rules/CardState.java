package org.sunlit.supervision.card.rules;

import org.sunlit.platform.Coded;

/** Where a card stands. */
public enum CardState implements Coded {
  /** It waits for what those concerned say of it. */
  ISSUED("issued"),
  /** They have explained it 说明 and don't contest it. */
  EXPLAINED("explained"),
  /** They contest it 申辩: a person decides before it takes effect. */
  APPEALED("appealed"),
  /** It stands 维持 and has taken effect. */
  KEPT("kept"),
  /** It is withdrawn 撤销, as if it had never been. */
  WITHDRAWN("withdrawn");

  private final String code;

  CardState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it is still to be said whether it stands. */
  public boolean open() {
    return this != KEPT && this != WITHDRAWN;
  }
}
