package org.sunlit.casework;

import java.util.UUID;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;

/**
 * Who files an application, and whose it becomes.
 *
 * @param actor who files
 * @param handler the same as the case's event names them
 * @param owner the applicant's account; null for an applicant without one
 */
record Filer(Actor actor, Handler handler, String owner) {

  /** Somebody for themselves, or staff who take it in: their account isn't the applicant's. */
  static Filer of(Actor actor) {
    if (actor.accountId() == null) {
      return new Filer(actor, Handler.APPLICANT, null);
    }
    if (actor.may(Permission.OWN_CASES)) {
      return new Filer(actor, Handler.applicant(actor.accountId()), actor.accountId());
    }
    // They act as themselves, not in the post of a step.
    Handler staff =
        new Handler(
            actor.accountId(), actor.displayName(), actor.displayNameEn(), null, null, null);
    return new Filer(actor, staff, null);
  }

  /**
   * An agent for an applicant with an account (全程代办, B21).
   *
   * @param mandate by which they act
   */
  static Filer agent(Actor agent, String owner, UUID mandate) {
    return new Filer(
        agent,
        Handler.agent(
            agent.accountId(), agent.displayName(), agent.displayNameEn(), mandate.toString()),
        owner);
  }

  /** The same where they go on with it: it is the applicant's act. */
  Hand hand() {
    return new Hand(handler, false, true);
  }
}
