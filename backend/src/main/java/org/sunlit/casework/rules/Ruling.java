package org.sunlit.casework.rules;

import java.util.List;

/** What the rules say to a command. */
public sealed interface Ruling {
  /**
   * It is done.
   *
   * @param event what has thereby happened
   */
  record Done(CaseEvent event) implements Ruling {}

  /**
   * It can't be done as the case stands.
   *
   * @param possible what can, by the staff and by the applicant
   */
  record Impossible(List<CaseAction> possible) implements Ruling {
    public Impossible {
      possible = List.copyOf(possible);
    }
  }

  /**
   * It can be done, but not by this person.
   *
   * @param bar why somebody else has to
   */
  record Barred(Bar bar) implements Ruling {}

  /**
   * It could be done, but not like this.
   *
   * @param lacks everything to put right
   */
  record Unacceptable(List<Lack> lacks) implements Ruling {
    public Unacceptable {
      lacks = List.copyOf(lacks);
    }
  }
}
