package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/**
 * What is done in a step (环节类型). Cases, statistics and pictures rely on the kind, never on a step's
 * free name. Sources: the steps named in the seeds (A12 受理—审核—审批—办结, A16).
 */
public enum StepKind implements Coded {
  /** 申请: the applicant, or the authority's own finding, sets the procedure going. */
  SUBMISSION("submission", "申请", "Submission"),
  /** 预审: an online application is looked at before the originals are brought (B8). */
  PRE_REVIEW("preReview", "预审", "Pre-review"),
  /** 受理 (行政许可法第三十二条). */
  ACCEPTANCE("acceptance", "受理", "Acceptance"),
  /** 审核. */
  REVIEW("review", "审核", "Review"),
  /** 形式审查. */
  FORMAL_REVIEW("formalReview", "形式审查", "Formal review"),
  /** 专家评审. */
  EXPERT_REVIEW("expertReview", "专家评审", "Expert review"),
  /** 现场核查. */
  INSPECTION("inspection", "现场核查", "On-site inspection"),
  /** 听证. */
  HEARING("hearing", "听证", "Hearing"),
  /** 公示. */
  PUBLIC_NOTICE("publicNotice", "公示", "Public notice"),
  /** 评委会审定. */
  COMMITTEE_REVIEW("committeeReview", "评委会审定", "Committee review"),
  /** 审批: the decision itself. */
  APPROVAL("approval", "审批", "Decision"),
  /** 签订任务书. */
  CONTRACT("contract", "签订任务书", "Contract"),
  /** 执行监理. */
  EXECUTION("execution", "执行监理", "Execution"),
  /** 绩效评价. */
  EVALUATION("evaluation", "绩效评价", "Evaluation"),
  /** 指南发布. */
  ANNOUNCEMENT("announcement", "指南发布", "Announcement"),
  /** 制证. */
  ISSUANCE("issuance", "制证", "Issuance"),
  /** 送达. */
  DELIVERY("delivery", "送达", "Delivery"),
  /** 并行: every way out is taken at once (同步启动, B10). Nobody acts here. */
  FORK("fork", "并行", "In parallel"),
  /** 汇合: the case goes on when every way that began together has arrived. Nobody acts here. */
  JOIN("join", "汇合", "Together again"),
  /** 办结: the good end. */
  CLOSURE("closure", "办结", "Closed"),
  /** 终止: an end without the thing asked for (不予受理、不予许可). */
  TERMINATION("termination", "终止", "Ended");

  private final String code;
  private final String zh;
  private final String en;

  StepKind(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** The name the API and stored documents use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The kind's own name, for a legend or a step without a better one. */
  public String name(FlowLanguage language) {
    return language.pick(zh, en);
  }

  /** Whether a case stops here. */
  public boolean isEnd() {
    return this == CLOSURE || this == TERMINATION;
  }

  /** Whether a case passes here by itself, beginning or ending what is done in parallel. */
  public boolean isGateway() {
    return this == FORK || this == JOIN;
  }

  /** Whether a post of the authority has something to do here. */
  public boolean isActedOn() {
    return this != SUBMISSION && !isEnd() && !isGateway();
  }

  /**
   * The kind with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static StepKind of(String code) {
    return Coded.of(StepKind.class, code);
  }
}
