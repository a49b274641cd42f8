package org.sunlit.supervision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.api.model.FindingSeverity;
import org.sunlit.api.model.FindingState;
import org.sunlit.api.model.FindingWithdrawal;
import org.sunlit.api.model.SupervisionEvent;
import org.sunlit.api.model.SupervisionFinding;
import org.sunlit.api.model.SupervisionFindingDetail;
import org.sunlit.api.model.SupervisionGround;
import org.sunlit.api.model.SupervisionParameter;
import org.sunlit.api.model.SupervisionRule;
import org.sunlit.api.model.SupervisionRuleGroup;
import org.sunlit.platform.CityTime;
import org.sunlit.supervision.rules.Mark;
import org.sunlit.supervision.rules.Rule;
import org.sunlit.supervision.rules.RuleHead;

/** Findings and rules as the contract has them, in plain words of both languages. */
final class FindingShapes {
  private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm");
  private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Facts that are a moment. */
  private static final Set<String> MOMENTS = Set.of("due", "since");

  private FindingShapes() {}

  static SupervisionRule rule(Rule rule) {
    RuleHead head = rule.head();
    return new SupervisionRule()
        .code(head.code())
        .group(SupervisionRuleGroup.fromValue(head.group().code()))
        .severity(FindingSeverity.fromValue(head.severity().code()))
        .name(head.name())
        .nameEn(head.nameEn())
        .why(head.why())
        .whyEn(head.whyEn())
        .grounds(grounds(head))
        .parameters(parameters(rule.parameters()));
  }

  static SupervisionFinding listed(FindingReads.Read read, RuleHead head) {
    Finding finding = read.finding();
    return new SupervisionFinding()
        .id(finding.id())
        .rule(finding.rule())
        .ruleName(head.name())
        .ruleNameEn(head.nameEn())
        .severity(FindingSeverity.fromValue(finding.severity().code()))
        .caseNumber(finding.subject().caseNumber())
        .subject(Subjects.shape(finding.subject()))
        .itemCode(finding.itemCode())
        .departmentCode(finding.departmentCode())
        .regionCode(finding.regionCode())
        .account(finding.account())
        .post(finding.post())
        .stepId(finding.stepId())
        .occurredAt(CityTime.offset(finding.occurredAt()))
        .foundAt(CityTime.offset(finding.foundAt()))
        .state(FindingState.fromValue(read.state()))
        .withdrawnAt(CityTime.offset(read.withdrawnAt()))
        .withdrawal(withdrawal(read));
  }

  static SupervisionFindingDetail whole(FindingReads.Read read, RuleHead head) {
    Map<String, String> facts = read.evidence().facts();
    return new SupervisionFindingDetail()
        .finding(listed(read, head))
        .seen(said(head.seen(), facts, CHINESE, ""))
        .seenEn(said(head.seenEn(), facts, ENGLISH, "En"))
        .why(head.why())
        .whyEn(head.whyEn())
        .grounds(grounds(head))
        .parameters(parameters(read.evidence().parameters()))
        .events(read.evidence().events().stream().map(FindingShapes::event).toList())
        .withdrawnPlace(read.withdrawnPlace());
  }

  /**
   * The words with what the finding knows.
   *
   * @param suffix of the names of facts that differ by language
   */
  private static String said(
      String words, Map<String, String> facts, DateTimeFormatter time, String suffix) {
    String said = words;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      String value = facts.getOrDefault(fact.getKey() + suffix, fact.getValue());
      boolean moment = MOMENTS.contains(fact.getKey());
      said =
          said.replace(
              "{" + fact.getKey() + "}",
              moment
                  ? LocalDateTime.ofInstant(Instant.parse(value), CityTime.ZONE).format(time)
                  : value);
    }
    return said;
  }

  private static FindingWithdrawal withdrawal(FindingReads.Read read) {
    return read.withdrawnReason() == null
        ? null
        : FindingWithdrawal.fromValue(read.withdrawnReason());
  }

  private static SupervisionEvent event(Mark mark) {
    return new SupervisionEvent()
        .place(mark.place())
        .kind(mark.kind())
        .at(CityTime.offset(mark.at()));
  }

  private static List<SupervisionGround> grounds(RuleHead head) {
    return head.grounds().stream()
        .map(
            ground ->
                new SupervisionGround()
                    .law(ground.law())
                    .lawEn(ground.lawEn())
                    .article(ground.article())
                    .articleEn(ground.articleEn()))
        .toList();
  }

  private static List<SupervisionParameter> parameters(Map<String, Integer> set) {
    return set.entrySet().stream()
        .map(
            one ->
                new SupervisionParameter()
                    .name(SupervisionParameter.NameEnum.fromValue(one.getKey()))
                    .value(one.getValue()))
        .toList();
  }
}
