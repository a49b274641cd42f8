package org.sunlit.casework.rules;

import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.LegalBasis;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.Statutes;
import org.sunlit.powerlist.flow.FlowBlocks;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * The terms a case runs on (办理期限): its limit, the articles behind it, and its flow with that limit
 * spread over the steps. They are those of the item's version the case began on.
 *
 * @param limit how long a decision may take from acceptance on
 * @param basis the articles that set it
 * @param licence whether it is an administrative licence
 * @param flow the flow with every counting step's share of the limit
 * @param blocks what that flow does in parallel, worked out once for all cases on it
 */
public record CaseTerms(
    Limit limit, List<LegalBasis> basis, boolean licence, FlowDefinition flow, FlowBlocks blocks) {
  /** 行政许可法第三十二条: within five working days a clerk accepts, asks for what is missing or refuses. */
  public static final Limit ACCEPTANCE = new Limit(5, LimitUnit.WORKING_DAYS);

  /**
   * 行政许可法第四十四条: within ten working days of the decision the licence is in the applicant's hands.
   */
  public static final Limit ISSUANCE = new Limit(10, LimitUnit.WORKING_DAYS);

  /** 行政许可法第四十二条第一款: the most by which a limit is extended. */
  public static final int LONGEST_EXTENSION = 10;

  /** 行政许可法第四十二条第一款. */
  private static final Limit LAWS_OWN = new Limit(20, LimitUnit.WORKING_DAYS);

  public CaseTerms {
    basis = List.copyOf(basis);
  }

  public CaseTerms(Limit limit, List<LegalBasis> basis, boolean licence, FlowDefinition flow) {
    this(limit, basis, licence, flow, FlowBlocks.of(flow));
  }

  /**
   * The terms of a version of an item: what was promised, else the item's statutory limit, else the
   * twenty working days of 行政许可法第四十二条. That article binds licences only; for other powers it stands
   * in until the department publishes a limit, because a case without any clock could wait for
   * ever. It is named as the basis wherever it may set the limit.
   *
   * @param promised 承诺办结时限, or null
   * @param statutory 法定办结时限, or null
   */
  public static CaseTerms of(
      boolean licence, Limit promised, Limit statutory, FlowDefinition flow) {
    Limit limit = promised != null ? promised : statutory != null ? statutory : LAWS_OWN;
    boolean lawsOwn = promised == null && statutory == null;
    return new CaseTerms(
        limit,
        licence || lawsOwn ? List.of(Statutes.DECISION) : List.of(),
        licence,
        flow.fittedTo(limit));
  }

  /**
   * How long a decision on a case may take when one of its events has set that (绿色通道, 重新办理, 流程迁移);
   * empty while none has.
   */
  public static Optional<Limit> setBy(List<CaseEvent> events) {
    Limit set = null;
    for (CaseEvent event : events) {
      set = event.change() == null || event.change().limit() == null ? set : event.change().limit();
    }
    return Optional.ofNullable(set);
  }
}
