package org.sunlit.clue;

import org.sunlit.clue.rules.ClueRules;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;

/** Somebody of the discipline office, as the rules know them. */
final class Readers {
  private Readers() {}

  static ClueRules.Reader of(Actor actor) {
    return new ClueRules.Reader(
        actor.accountId(), actor.departmentCode(), actor.may(Permission.CLUES_DECIDE));
  }
}
