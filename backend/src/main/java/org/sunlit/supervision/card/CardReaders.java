package org.sunlit.supervision.card;

import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Role;
import org.sunlit.supervision.card.rules.CardRules.Reader;

/**
 * Who stands how to a card: supervisors see all, leaders their department's, everybody their own.
 */
final class CardReaders {
  private CardReaders() {}

  /**
   * How far somebody reaches.
   *
   * @param department whose cards they see as its leader; null for who leads none
   */
  record Scope(boolean everything, String department, String account) {
    boolean covers(String departmentCode, String of) {
      return everything || departmentCode.equals(department) || account.equals(of);
    }
  }

  static Scope scope(Actor actor) {
    return new Scope(
        supervises(actor), leads(actor) ? actor.departmentCode() : null, actor.accountId());
  }

  static Reader reader(Actor actor, String departmentCode, String account) {
    boolean leader = leads(actor) && departmentCode.equals(actor.departmentCode());
    return new Reader(
        actor.accountId(),
        account == null ? leader : account.equals(actor.accountId()),
        leader,
        supervises(actor));
  }

  static boolean supervises(Actor actor) {
    return actor.may(Permission.CARDS_SUPERVISE);
  }

  private static boolean leads(Actor actor) {
    return (actor.is(Role.APPROVER) || actor.is(Role.CHIEF_REPRESENTATIVE))
        && actor.departmentCode() != null;
  }
}
