package org.sunlit.clue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.sunlit.clue.rules.ClueClock;
import org.sunlit.clue.rules.Sanction;

/**
 * How long the office takes, and how far it may go. The rules set the first three
 * (中国共产党纪律检查机关监督执纪工作规则第二十一条 and its chapter on 谈话函询); the rest are Sunlit's own defaults.
 */
@ConfigMapping(prefix = "sunlit.clue")
interface ClueSettings {
  /** Months from the receipt to an approved way of disposal 处置意见. */
  @WithDefault("1")
  int proposalMonths();

  /** Working days for the person to reply to a letter 函询. */
  @WithDefault("15")
  int replyDays();

  /** Months from the talk or the reply to the report 情况报告. */
  @WithDefault("1")
  int reportMonths();

  /** Months to verify 初步核实. */
  @WithDefault("3")
  int verificationMonths();

  /** Months until what is shelved 暂存待查 is looked at again. */
  @WithDefault("6")
  int shelvedMonths();

  /** Months to review 审理. */
  @WithDefault("1")
  int reviewMonths();

  /** Days to decide after the review. */
  @WithDefault("15")
  int decisionDays();

  /** Months to clear somebody as they wish 澄清. */
  @WithDefault("1")
  int clearingMonths();

  /** The gravest sanction the office may decide on itself; graver ones are handed over 移送. */
  @WithDefault("majorDemerit")
  String gravest();

  default ClueClock.Limits limits() {
    return new ClueClock.Limits(
        proposalMonths(),
        reportMonths(),
        verificationMonths(),
        shelvedMonths(),
        reviewMonths(),
        decisionDays(),
        clearingMonths());
  }

  default Sanction gravestSanction() {
    return Sanction.of(gravest());
  }
}
