package org.sunlit.numbers;

/**
 * What is counted of the city. The contract has the same codes, and the definitions that a reader
 * needs; a rate is told by its two numbers.
 */
public enum NumberKind {
  /** Applications received 收件. */
  CASES_RECEIVED("casesReceived"),
  /** Cases ended, whatever the result 办结. */
  CASES_CLOSED("casesClosed"),
  /** Ended by their due date, of those that had one 按时办结率. */
  CASES_ON_TIME("casesOnTime"),
  /** Ended before their last day, of those that had one 提前办结率. */
  CASES_EARLY("casesEarly"),
  /** Never sent back for correction or returned, of those handled to their end 一次办结率. */
  CASES_ONCE("casesOnce"),
  /** Working days that those handled to their end took together 平均办理用时. */
  CASE_DAYS("caseDays"),
  /** Complaints, enquiries, suggestions and requests for help received 群众诉求. */
  MESSAGES_RECEIVED("messagesReceived"),
  /** Of those received, answered by now 回复率. */
  MESSAGES_REPLIED("messagesReplied"),
  /** Answered within their limit, of those answered or past it 按时回复率. */
  MESSAGES_ON_TIME("messagesOnTime"),
  /** Satisfied or basically satisfied, of those rated 满意率. */
  MESSAGES_SATISFIED("messagesSatisfied"),
  /** Really mended four weeks later, of those called back 回访解决率. */
  MESSAGES_FIXED("messagesFixed"),
  /** Publications released for the first time 主动公开. */
  PUBLISHED("published"),
  /** Fees charged, in fen 收费. */
  FEES_CHARGED("feesCharged"),
  /** Fees waived or reduced, in fen, of what the standards would have asked 减免. */
  FEES_REDUCED("feesReduced"),
  /** Cases under way at this moment 在办. */
  OPEN_CASES("openCases"),
  /** Of those under way, past their due date 超期. */
  LATE_CASES("lateCases"),
  /** Powers and services on the city's list that are in force 事项. */
  ITEMS("items"),
  /** Working days that the city promises to be faster by, of those the law allows 承诺时限压缩. */
  DAYS_PROMISED_LESS("daysPromisedLess");

  private final String code;

  NumberKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
