package org.sunlit.supervision.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sunlit.api.model.CardMonthRow;
import org.sunlit.api.model.FindingSeverity;
import org.sunlit.api.model.ReportHead;
import org.sunlit.api.model.ReportRatings;
import org.sunlit.api.model.ReportRow;
import org.sunlit.api.model.ReportRule;
import org.sunlit.api.model.SupervisionReport;
import org.sunlit.document.SealUseCounts;
import org.sunlit.platform.CityTime;
import org.sunlit.rating.PublishedRatings;
import org.sunlit.rating.PublishedRatings.OfDepartment;
import org.sunlit.supervision.card.CardTotals;
import org.sunlit.supervision.report.ReportReads.Department;
import org.sunlit.supervision.report.ReportReads.Facts;
import org.sunlit.supervision.report.ReportReads.Findings;
import org.sunlit.supervision.report.ReportReads.Made;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.RuleHead;

/** A report as it reads: counted anew each time, to the same numbers. */
@ApplicationScoped
class Reports {
  private final ReportReads reads;
  private final CardTotals cards;
  private final SealUseCounts seals;
  private final PublishedRatings ratings;
  private final RuleBook book;

  Reports(
      ReportReads reads,
      CardTotals cards,
      SealUseCounts seals,
      PublishedRatings ratings,
      RuleBook book) {
    this.reads = reads;
    this.cards = cards;
    this.seals = seals;
    this.ratings = ratings;
    this.book = book;
  }

  Uni<SupervisionReport> of(Made made) {
    return Uni.combine()
        .all()
        .unis(
            reads.departments(),
            reads.facts(made),
            reads.findings(made),
            seals.between(made.period().from(), made.period().until(), made.sealUse()),
            cards.between(made.period().first(), made.period().last(), made.journalPlace()),
            ratings.between(made.period().first(), made.period().last(), made.at()))
        .with(
            (departments, facts, findings, uses, of, rated) ->
                report(made, departments, facts, findings, uses, of)
                    .ratings(rated.stream().map(Reports::ratings).toList()));
  }

  private SupervisionReport report(
      Made made,
      List<Department> departments,
      List<Facts> facts,
      List<Findings> findings,
      Map<String, Integer> uses,
      List<CardMonthRow> ofCards) {
    Map<String, ReportRow> rows = new HashMap<>();
    ReportRow total = empty();
    for (Facts each : facts) {
      add(rows.computeIfAbsent(each.department(), absent -> empty()), each);
      add(total, each);
    }
    for (Findings each : findings) {
      add(rows.computeIfAbsent(each.department(), absent -> empty()), each);
      add(total, each);
    }
    uses.forEach(
        (department, used) -> {
          ReportRow row = rows.computeIfAbsent(department, absent -> empty());
          row.sealUses(row.getSealUses() + used);
          total.sealUses(total.getSealUses() + used);
        });
    return new SupervisionReport()
        .head(head(made))
        .total(total)
        .departments(
            departments.stream()
                .filter(department -> rows.containsKey(department.code()))
                .map(
                    department ->
                        rows.get(department.code())
                            .code(department.code())
                            .name(department.name())
                            .nameEn(department.nameEn()))
                .toList())
        .rules(rules(findings))
        .cards(ofCards);
  }

  private static ReportRatings ratings(OfDepartment rated) {
    return new ReportRatings()
        .code(rated.code())
        .name(rated.name())
        .nameEn(rated.nameEn())
        .ended(rated.ended())
        .rated(rated.rated())
        .satisfied(rated.satisfied())
        .months(rated.months());
  }

  static ReportHead head(Made made) {
    return new ReportHead()
        .kind(org.sunlit.api.model.ReportKind.fromValue(made.period().kind().code()))
        .firstDay(made.period().first())
        .lastDay(made.period().last())
        .madeAt(CityTime.offset(made.at()))
        .madeBy(made.by());
  }

  private List<ReportRule> rules(List<Findings> findings) {
    Map<String, ReportRule> rules = new TreeMap<>();
    for (Findings each : findings) {
      ReportRule rule = rules.computeIfAbsent(each.rule(), this::rule);
      rule.found(rule.getFound() + each.found());
      rule.withdrawn(rule.getWithdrawn() + each.withdrawn());
    }
    return rules.values().stream()
        .sorted(
            Comparator.comparing(ReportRule::getFound)
                .reversed()
                .thenComparing(ReportRule::getCode))
        .toList();
  }

  private ReportRule rule(String code) {
    RuleHead head = book.find(code).orElseThrow().head();
    return new ReportRule()
        .code(code)
        .name(head.name())
        .nameEn(head.nameEn())
        .severity(FindingSeverity.fromValue(head.severity().code()))
        .found(0)
        .withdrawn(0);
  }

  /** Nothing happened. */
  static ReportRow empty() {
    return new ReportRow()
        .received(0)
        .closed(0)
        .withDeadline(0)
        .onTime(0)
        .early(0)
        .handled(0)
        .once(0)
        .days(0L)
        .corrections(0)
        .returns(0)
        .sealUses(0)
        .findings(0)
        .findingsWithdrawn(0);
  }

  private static void add(ReportRow row, Facts facts) {
    row.received(row.getReceived() + facts.received())
        .closed(row.getClosed() + facts.closed())
        .withDeadline(row.getWithDeadline() + facts.withDeadline())
        .onTime(row.getOnTime() + facts.onTime())
        .early(row.getEarly() + facts.early())
        .handled(row.getHandled() + facts.handled())
        .once(row.getOnce() + facts.once())
        .days(row.getDays() + facts.days())
        .corrections(row.getCorrections() + facts.corrections())
        .returns(row.getReturns() + facts.returns());
  }

  private static void add(ReportRow row, Findings findings) {
    row.findings(row.getFindings() + findings.found())
        .findingsWithdrawn(row.getFindingsWithdrawn() + findings.withdrawn());
  }
}
