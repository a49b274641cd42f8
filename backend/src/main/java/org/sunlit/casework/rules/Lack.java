package org.sunlit.casework.rules;

import java.util.List;

/**
 * Something a command lacks or says wrongly, by its place in the command.
 *
 * @param pointer JSON pointer into the command
 * @param code what is wrong
 * @param args what the message names, such as the ways there are
 */
public record Lack(String pointer, Code code, List<String> args) {
  public Lack {
    args = List.copyOf(args);
  }

  static Lack of(String pointer, Code code, String... args) {
    return new Lack(pointer, code, List.of(args));
  }

  /** What can be wrong with a command on a case. */
  public enum Code {
    /** The case is in several steps, so the command has to name one; the message names them. */
    STEP_NEEDED("step-needed"),
    /** The applicant has to be told why. */
    REASON_NEEDED("reason-needed"),
    /** A decision has to say which. */
    DECISION_NEEDED("decision-needed"),
    /** The step has no such way out; the message names those it has. */
    OUTCOME_UNKNOWN("outcome-unknown"),
    /** The case can't be returned there; the message names where it can. */
    RETURN_NOT_POSSIBLE("return-not-possible"),
    /** A pause needs a ground the law knows. */
    GROUND_NEEDED("ground-needed"),
    /** This ground rests on the item's own statute, so the reason has to cite the article. */
    ARTICLE_NEEDED("article-needed"),
    /** An extension says by how many days; the message says how many there may be. */
    EXTENSION_AMOUNT("extension-amount"),
    /** A limit in hours can't be extended. */
    EXTENSION_IN_HOURS("extension-in-hours"),
    /** A request for correction has to name everything missing. */
    MISSING_NEEDED("missing-needed"),
    /** Not in the first correction notice, so it can't be asked for any more; args: what was. */
    NOT_TOLD_AT_FIRST("not-told-at-first"),
    /** The item asks for no such material. */
    MATERIAL_UNKNOWN("material-unknown"),
    /** Originals are asked for by naming the materials. */
    ORIGINALS_NEEDED("originals-needed"),
    /** The item's published list doesn't want to see the original of this material. */
    ORIGINAL_NOT_LISTED("original-not-listed"),
    /** These originals were asked for and haven't been seen; the message names them. */
    ORIGINALS_OUTSTANDING("originals-outstanding"),
    /** The city has no green channel on this ground; the message names those it has. */
    GREEN_GROUND_UNKNOWN("green-ground-unknown"),
    /** A reopening says who decided, in which document and when. */
    REVIEW_NEEDED("review-needed"),
    /** A date that can't be: after today, or the clock before the decision. */
    REVIEW_DATE("review-date"),
    /** The step has a risk point of grade A that has to be confirmed as seen (F3). */
    RISK_NOT_CONFIRMED("risk-not-confirmed");

    private final String key;

    Code(String key) {
      this.key = key;
    }

    /** Key of the message. */
    public String key() {
      return key;
    }
  }
}
