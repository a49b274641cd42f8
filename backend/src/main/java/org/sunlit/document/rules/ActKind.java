package org.sunlit.document.rules;

import org.sunlit.platform.Coded;

/** What happens to a case, by the names its events have; only some of it gives a document. */
public enum ActKind implements Coded {
  SUBMITTED("submitted"),
  ACCEPTED("accepted"),
  /** By operation of law, because nobody answered in time. */
  DEEMED_ACCEPTED("deemedAccepted"),
  REFUSED("refused"),
  CORRECTION_REQUESTED("correctionRequested"),
  ORIGINALS_REQUESTED("originalsRequested"),
  ORIGINALS_RECEIVED("originalsReceived"),
  SUPPLEMENTED("supplemented"),
  ADVANCED("advanced"),
  RETURNED("returned"),
  PAUSED("paused"),
  RESUMED("resumed"),
  EXTENDED("extended"),
  DECIDED("decided"),
  CLOSED("closed"),
  WITHDRAWN("withdrawn"),
  /** What was promised to come late has come. */
  LATE_MATERIALS("lateMaterials"),
  /** The case ended because a promise was broken. */
  PROMISE_BROKEN("promiseBroken"),
  /** What was granted is taken back. */
  REVOKED("revoked"),
  GREEN_MARKED("greenMarked"),
  REOPENED("reopened"),
  MIGRATED("migrated");

  private final String code;

  ActKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ActKind of(String code) {
    return Coded.of(ActKind.class, code);
  }
}
