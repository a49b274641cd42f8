package org.sunlit.clue.rules;

import java.util.Objects;
import java.util.Optional;

/** What may be done about a clue as it stands, and by whom. */
public final class ClueRules {
  private ClueRules() {}

  /**
   * Somebody of the discipline office.
   *
   * @param department where they serve; null for the office itself
   * @param heads whether they dispatch and decide 负责人
   */
  public record Reader(String account, String department, boolean heads) {}

  /**
   * Whom a clue is about.
   *
   * @param account null when it names nobody, or nobody that is known
   * @param department where it happened; null for the discipline office itself, whose people all
   *     keep out of it and hand it over (纪检监察机关处理检举控告工作规则第十五条)
   */
  public record Concern(String account, String department) {
    /**
     * Whether somebody has to keep out of it 回避: it is about them or the department they serve in
     * (中国共产党纪律检查机关监督执纪工作规则第六十四条).
     */
    public boolean bars(String officer, String ofDepartment) {
      return isAbout(officer) || Objects.equals(department, ofDepartment);
    }

    /** Whether it is about this person themselves. */
    public boolean isAbout(String officer) {
      return officer.equals(account);
    }
  }

  /**
   * Whether it is there for this reader at all: for heads and who has a part, never for its object.
   */
  public static boolean sees(ClueStanding clue, Concern about, Reader reader) {
    return !about.isAbout(reader.account())
        && (reader.heads()
            || reader.account().equals(clue.investigator())
            || reader.account().equals(clue.reviewer()));
  }

  /** Why this reader can't do this now; empty when they can. */
  public static Optional<Refusal> refusal(
      ClueStanding clue, Concern about, ClueAction action, Reader reader) {
    return possible(clue, action)
        ? notYours(clue, about, action, reader)
        : Optional.of(Refusal.NOT_NOW);
  }

  /** Whether it can be done as the clue stands, by whoever may. */
  public static boolean possible(ClueStanding clue, ClueAction action) {
    ClueState state = clue.state();
    return switch (action) {
      case DISPATCH -> state == ClueState.POOLED || state == ClueState.DISPATCHED;
      case HAND_OVER -> state == ClueState.POOLED;
      case PROPOSE -> state == ClueState.DISPATCHED;
      case APPROVE, RETURN_PROPOSAL -> state == ClueState.PROPOSED;
      case ENTER_REPLY ->
          state == ClueState.HANDLING
              && clue.disposal() == Disposal.INQUIRY
              && clue.repliedAt() == null;
      case TAKE_UP -> state == ClueState.SHELVED;
      case REPORT ->
          state == ClueState.HANDLING
              && (clue.disposal() != Disposal.INQUIRY || clue.repliedAt() != null);
      case AGREE, OBJECT -> state == ClueState.REVIEWING;
      case DECIDE, RETURN_REPORT -> state == ClueState.REVIEWED;
      case ENTER_WISH -> clue.awaitsWish();
      case CLEAR -> state == ClueState.CLEARING && clue.wish() == ClearingForm.UNIT;
      case VISIT -> state == ClueState.FOLLOWING;
    };
  }

  /** What is made public of it, and only when it may be. */
  public enum Publication {
    /** 典型案例 without names */
    TYPICAL_CASE,
    /** 公开澄清, which the person wanted */
    CLEARING
  }

  /** What can be published of it; empty when nothing can. */
  public static Optional<Publication> publication(ClueStanding clue) {
    if (clue.decision() == null) {
      return Optional.empty();
    }
    return switch (clue.decision().outcome()) {
      case SANCTIONED, TOLERATED -> Optional.of(Publication.TYPICAL_CASE);
      case CLEARED ->
          clue.wish() == ClearingForm.PUBLIC ? Optional.of(Publication.CLEARING) : Optional.empty();
      case UNPROVEN, HANDED_OVER -> Optional.empty();
    };
  }

  /** Whether this reader may publish it: a head who neither decided nor has to keep out of it. */
  public static boolean mayPublish(ClueStanding clue, Concern about, Reader reader) {
    return reader.heads()
        && !about.bars(reader.account(), reader.department())
        && !reader.account().equals(clue.decidedBy())
        && !tookPart(clue, reader);
  }

  private static Optional<Refusal> notYours(
      ClueStanding clue, Concern about, ClueAction action, Reader reader) {
    if (action == ClueAction.ENTER_WISH && about.account() != null) {
      return Optional.of(Refusal.FOR_THE_PERSON);
    }
    return switch (action.part()) {
      case HEAD -> ofTheHead(clue, about, action, reader);
      case INVESTIGATOR ->
          only(reader.account().equals(clue.investigator()), Refusal.FOR_THE_INVESTIGATOR);
      case REVIEWER -> only(reader.account().equals(clue.reviewer()), Refusal.FOR_THE_REVIEWER);
    };
  }

  private static Optional<Refusal> ofTheHead(
      ClueStanding clue, Concern about, ClueAction action, Reader reader) {
    if (!reader.heads()) {
      return Optional.of(Refusal.FOR_THE_HEAD);
    }
    // What nobody here may handle has to get away from here.
    if (action != ClueAction.HAND_OVER && about.bars(reader.account(), reader.department())) {
      return Optional.of(Refusal.CONCERNED);
    }
    boolean again = action == ClueAction.DISPATCH;
    return only(again || !tookPart(clue, reader), Refusal.TOOK_PART);
  }

  private static boolean tookPart(ClueStanding clue, Reader reader) {
    return reader.account().equals(clue.investigator()) || reader.account().equals(clue.reviewer());
  }

  private static Optional<Refusal> only(boolean theirs, Refusal otherwise) {
    return theirs ? Optional.empty() : Optional.of(otherwise);
  }
}
