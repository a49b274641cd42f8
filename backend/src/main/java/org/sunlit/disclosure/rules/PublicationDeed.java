package org.sunlit.disclosure.rules;

import java.util.EnumSet;
import java.util.Set;
import org.sunlit.platform.Coded;

/** What people do with a publication. */
public enum PublicationDeed implements Coded {
  /** Changing a draft. */
  EDIT("edit"),
  /** 更正: beginning a new edition of what is public. */
  CORRECT("correct"),
  /** 送审. */
  SUBMIT("submit"),
  /** 退回, also of an approved one before its moment. */
  RETURN("return"),
  /** 批准: another person than the drafter, who then releases it. */
  APPROVE("approve"),
  /** 撤回 what is public, with the reason told. */
  WITHDRAW("withdraw");

  private final String code;

  PublicationDeed(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Who looks at it.
   *
   * @param drafter whether they drafted the edition that is open
   */
  public record Reader(boolean mayDraft, boolean mayRelease, boolean drafter) {}

  /**
   * What can be done at all.
   *
   * @param state of the edition that is open, or of the whole
   * @param isPublic whether some edition is public
   */
  public static Set<PublicationDeed> possible(PublicationState state, boolean isPublic) {
    Set<PublicationDeed> possible =
        switch (state) {
          case DRAFT -> EnumSet.of(EDIT, SUBMIT);
          case IN_REVIEW -> EnumSet.of(APPROVE, RETURN);
          case APPROVED -> EnumSet.of(RETURN);
          case RELEASED -> EnumSet.of(CORRECT);
          case WITHDRAWN -> EnumSet.noneOf(PublicationDeed.class);
        };
    if (isPublic && state != PublicationState.WITHDRAWN) {
      possible.add(WITHDRAW);
    }
    return possible;
  }

  /** Whether this is theirs to do, whenever it can be done: 起草与审核分离. */
  public boolean isFor(Reader reader) {
    return switch (this) {
      case EDIT, CORRECT, SUBMIT -> reader.mayDraft();
      case RETURN, WITHDRAW -> reader.mayRelease();
      case APPROVE -> reader.mayRelease() && !reader.drafter();
    };
  }
}
