package org.sunlit.promise.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What has happened to a promise. */
public enum PromiseEventKind implements Coded {
  SIGNED("signed"),
  /** The time of these pieces begins: by acceptance, or for conditions by the decision. */
  STARTED("started"),
  HANDED_IN("handedIn"),
  APPROVED("approved"),
  REJECTED("rejected"),
  EXTENSION_ASKED("extensionAsked"),
  EXTENSION_GRANTED("extensionGranted"),
  EXTENSION_DECLINED("extensionDeclined"),
  REMINDED("reminded"),
  BROKEN("broken"),
  CONDITIONS_KEPT("conditionsKept"),
  CONDITIONS_FALSE("conditionsFalse"),
  /** The decision was revoked for a breach. */
  REVOKED("revoked"),
  /** The case ended without what was still awaited. */
  ENDED("ended");

  private final String code;

  PromiseEventKind(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The kind under which it enters the journal. */
  public String journalKind() {
    return "promise." + code;
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static PromiseEventKind of(String code) {
    return Coded.of(PromiseEventKind.class, code);
  }
}
