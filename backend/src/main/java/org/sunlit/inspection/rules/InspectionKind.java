package org.sunlit.inspection.rules;

import org.sunlit.platform.Coded;

/** How an inspection was made (明察暗访、民意测评、查看案卷、回访, E15; 电话抽查, D6). */
public enum InspectionKind implements Coded {
  /** 明察: announced, at the window. */
  OPEN("open", 2),
  /** 暗访: as anybody would come. */
  COVERT("covert", 2),
  /** 查看案卷: of files of cases. */
  FILE_REVIEW("fileReview", 1),
  /** 回访: applicants of ended cases are called, drawn by lot. */
  CALL_BACK("callBack", 1),
  /** 民意测评. */
  OPINION_POLL("opinionPoll", 1),
  /** 电话抽查: whether a telephone is answered, and rightly. */
  TELEPHONE("telephone", 1);

  private final String code;
  private final int inspectors;

  InspectionKind(String code, int inspectors) {
    this.code = code;
    this.inspectors = inspectors;
  }

  @Override
  public String code() {
    return code;
  }

  /** At least so many make it. */
  public int inspectors() {
    return inspectors;
  }
}
