package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who acted on a case, as it was at that moment (经办人, C8): names and posts change, what was done
 * doesn't.
 *
 * @param account the account; null for an applicant who isn't signed in
 * @param name the person's name; null for the applicant
 * @param nameEn the same in English; may be null
 * @param post code of the post acted in; null for the applicant
 * @param postName the post's Chinese name; null for the applicant
 * @param postNameEn the same in English
 * @param actingFor the absent account in whose post it was done (AB岗, C9); null when it was their
 *     own
 * @param actingForName that person's name
 * @param actingForNameEn the same in English; may be null
 * @param authorisation number of the letter of authority it rests on (首席代表授权书, B27); null when on
 *     none
 * @param mandate by which they act for the applicant (授权委托, B21); null for everybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handler(
    String account,
    String name,
    String nameEn,
    String post,
    String postName,
    String postNameEn,
    String actingFor,
    String actingForName,
    String actingForNameEn,
    String authorisation,
    String mandate) {
  /** An applicant who isn't signed in. Applicants are never named in an event. */
  public static final Handler APPLICANT = new Handler(null, null, null, null, null, null);

  /** Nobody: what happens by operation of law, when a term has run out. */
  public static final Handler LAW =
      new Handler(null, "依法自动", "By operation of law", null, null, null);

  /** Somebody in a post of their own. */
  public Handler(
      String account, String name, String nameEn, String post, String postName, String postNameEn) {
    this(account, name, nameEn, post, postName, postNameEn, null, null, null, null, null);
  }

  /**
   * Somebody who does it for the applicant (全程代办, B21): in the applicant's name, and named
   * themselves, to the applicant as to the staff.
   */
  public static Handler agent(String account, String name, String nameEn, String mandate) {
    return new Handler(
        account,
        name,
        nameEn,
        null,
        "代办员（受申请人委托）",
        "Agent for the applicant",
        null,
        null,
        null,
        null,
        mandate);
  }

  /** An applicant who is signed in: by the account's id, which says nothing of whose it is. */
  public static Handler applicant(String account) {
    return new Handler(account, null, null, null, null, null);
  }

  /** Whether it was done for the applicant, by their agent. */
  public boolean agent() {
    return mandate != null;
  }

  /** Whether the law itself did it. */
  public boolean law() {
    return LAW.equals(this);
  }

  /** Whether the applicant acted. */
  public boolean applicant() {
    return name == null && post == null;
  }
}
