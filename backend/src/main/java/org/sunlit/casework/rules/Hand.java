package org.sunlit.casework.rules;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who wants to do something to a case, and what of them keeps duties apart.
 *
 * @param handler as whom they act
 * @param supervises whether they hold an office of supervision (监察), which processes nothing
 * @param applicant whether the case is their own: they applied, or somebody with their identity
 *     number did
 */
public record Hand(Handler handler, boolean supervises, boolean applicant) {
  /** Somebody who applies, supplements or withdraws. */
  public static final Hand APPLICANT = new Hand(Handler.APPLICANT, false, true);

  public Hand {
    requireNonNull(handler, "handler");
  }

  /** Somebody of whom nothing keeps duties apart but what they did to the case. */
  public static Hand of(Handler handler) {
    return new Hand(handler, false, false);
  }
}
