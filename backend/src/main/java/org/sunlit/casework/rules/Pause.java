package org.sunlit.casework.rules;

import java.time.Instant;
import org.sunlit.calendar.PauseGround;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/**
 * A lawful standing still of the clock (停止计时).
 *
 * @param ground the ground in Chinese
 * @param groundEn the same in English
 * @param article the article that allows it
 * @param since since when
 */
public record Pause(String ground, String groundEn, String article, Instant since) {
  /** Somebody had the clock stand still, on this ground. */
  static Pause on(PauseGround ground, String article, Instant since) {
    return new Pause(ground.label(), ground.labelEn(), article, since);
  }

  /**
   * The clock stands still by itself in a step that doesn't count, on the article its flow names.
   */
  static Pause in(FlowDefinition flow, FlowStep step, Instant since) {
    return new Pause(
        flow.fullName(step, FlowLanguage.ZH),
        flow.fullName(step, FlowLanguage.EN),
        step.excludedBy(),
        since);
  }

  /** On what ground the clock stands still in steps of this kind. */
  static PauseGround groundIn(StepKind kind) {
    return switch (kind) {
      case HEARING -> PauseGround.HEARING;
      case EXPERT_REVIEW -> PauseGround.EXPERT_REVIEW;
      case PUBLIC_NOTICE -> PauseGround.PUBLIC_NOTICE;
      case SUBMISSION,
          PRE_REVIEW,
          ACCEPTANCE,
          REVIEW,
          FORMAL_REVIEW,
          INSPECTION,
          COMMITTEE_REVIEW,
          APPROVAL,
          CONTRACT,
          EXECUTION,
          EVALUATION,
          ANNOUNCEMENT,
          ISSUANCE,
          DELIVERY,
          FORK,
          JOIN,
          CLOSURE,
          TERMINATION ->
          PauseGround.OTHER_STATUTE;
    };
  }
}
