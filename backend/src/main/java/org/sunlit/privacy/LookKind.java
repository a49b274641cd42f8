package org.sunlit.privacy;

import org.sunlit.platform.Coded;

/** What was done with somebody's data. */
public enum LookKind implements Coded {
  /** A case file was opened, with everything personal masked. */
  CASE_OPENED("caseOpened"),
  /** The file of a material was opened. */
  MATERIAL_OPENED("materialOpened"),
  /** A case file was opened with plain values in it. */
  PLAIN_VALUES_SEEN("plainValuesSeen"),
  UNMASKING_ASKED("unmaskingAsked"),
  UNMASKING_DECIDED("unmaskingDecided"),
  /** Somebody was looked for; what for is not kept. */
  PERSON_SEARCHED("personSearched"),
  /** The person took a copy 个人信息保护法第四十五条. */
  EXPORTED("exported"),
  /** The person asked for deletion 第四十七条. */
  DELETION_ASKED("deletionAsked"),
  DELETION_DECIDED("deletionDecided"),
  /** The trail itself was read. */
  TRAIL_READ("trailRead"),
  /** What could be taken over from a case into a new application was shown. */
  REUSE_OFFERED("reuseOffered"),
  /** Something of a case was taken over into a new application. */
  REUSED("reused"),
  /** A clue 问题线索 was opened; its number stands for the case's. */
  CLUE_OPENED("clueOpened"),
  /** The pool of clues was looked through. */
  CLUES_LISTED("cluesListed");

  private final String code;

  LookKind(String code) {
    this.code = code;
  }

  /** The name the API and the database use. */
  @Override
  public String code() {
    return code;
  }
}
