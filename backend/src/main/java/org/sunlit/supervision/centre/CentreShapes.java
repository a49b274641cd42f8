package org.sunlit.supervision.centre;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sunlit.api.model.Acknowledgement;
import org.sunlit.api.model.CardColour;
import org.sunlit.api.model.CentreDay;
import org.sunlit.api.model.CentreDepartment;
import org.sunlit.api.model.CentreRegion;
import org.sunlit.api.model.ClockCounts;
import org.sunlit.api.model.ClockState;
import org.sunlit.api.model.FindingCount;
import org.sunlit.api.model.FindingSeverity;
import org.sunlit.api.model.SupervisedCase;
import org.sunlit.api.model.SupervisedCases;
import org.sunlit.api.model.SupervisionCentre;
import org.sunlit.api.model.SupervisionNews;
import org.sunlit.api.model.SupervisionRuleGroup;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.supervision.Subjects;
import org.sunlit.supervision.centre.CentreReads.Clocks;
import org.sunlit.supervision.centre.CentreReads.Found;
import org.sunlit.supervision.centre.CentreReads.Named;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.RuleHead;

/** The centre as the contract has it. */
@ApplicationScoped
class CentreShapes {
  private final RuleBook book;

  CentreShapes(RuleBook book) {
    this.book = book;
  }

  SupervisionCentre centre(Centre.Seen seen, String region) {
    Centre.Figures figures = seen.figures();
    List<Clocks> clocks = figures.clocks();
    SupervisionCentre centre =
        new SupervisionCentre()
            .asOf(CityTime.offset(figures.asOf()))
            .place(seen.place())
            .clocks(counts(clocks, each -> true))
            .departments(
                figures.departments().stream()
                    .filter(of -> clocks.stream().anyMatch(each -> of(each, of)))
                    .map(of -> department(of, clocks))
                    .toList())
            .regions(
                figures.regions().stream()
                    .filter(of -> !of.code().equals(region))
                    .map(of -> region(of, clocks))
                    .toList())
            .deadlines(figures.next().stream().map(CentreShapes::open).toList())
            .findingsToday(today(figures.today()))
            .days(figures.days().stream().map(CentreShapes::day).toList())
            .alarms(seen.alarms().stream().map(this::news).toList())
            .alarmsTotal(seen.alarmsTotal())
            .latest(seen.latest().stream().map(this::news).toList());
    figures.regions().stream()
        .filter(of -> of.code().equals(region))
        .findFirst()
        .ifPresent(of -> centre.region(region(of, clocks)));
    return centre;
  }

  private static boolean of(Clocks clocks, Named department) {
    return clocks.department().equals(department.code());
  }

  private static CentreDepartment department(Named of, List<Clocks> clocks) {
    return new CentreDepartment()
        .code(of.code())
        .name(of.name())
        .nameEn(of.nameEn())
        .clocks(counts(clocks, each -> of(each, of)));
  }

  private static CentreRegion region(Named of, List<Clocks> clocks) {
    return new CentreRegion()
        .code(of.code())
        .name(of.name())
        .nameEn(of.nameEn())
        .level(CentreRegion.LevelEnum.fromValue(of.level()))
        .further(of.further())
        .clocks(counts(clocks, each -> Regions.within(each.region(), of.code())));
  }

  private static ClockCounts counts(List<Clocks> clocks, Predicate<Clocks> which) {
    Map<String, Integer> sums =
        clocks.stream()
            .filter(which)
            .collect(Collectors.groupingBy(Clocks::clock, Collectors.summingInt(Clocks::cases)));
    return new ClockCounts()
        .late(sums.getOrDefault("late", 0))
        .dueToday(sums.getOrDefault("dueToday", 0))
        .dueSoon(sums.getOrDefault("dueSoon", 0))
        .running(sums.getOrDefault("running", 0))
        .paused(sums.getOrDefault("paused", 0))
        .instant(sums.getOrDefault("instant", 0));
  }

  private List<FindingCount> today(Collection<Found> found) {
    Map<String, FindingCount> counts = new TreeMap<>();
    for (Found each : found) {
      String group = head(each.rule()).group().code();
      FindingCount count =
          counts.computeIfAbsent(
              each.severity() + " " + group,
              absent ->
                  new FindingCount()
                      .severity(FindingSeverity.fromValue(each.severity()))
                      .group(SupervisionRuleGroup.fromValue(group))
                      .count(0));
      count.count(count.getCount() + each.count());
    }
    return List.copyOf(counts.values());
  }

  private static CentreDay day(CentreReads.Day day) {
    return new CentreDay()
        .day(day.day())
        .received(day.received())
        .closed(day.closed())
        .withDeadline(day.withDeadline())
        .onTime(day.onTime())
        .findings(day.findings())
        .cards(day.cards());
  }

  static SupervisedCases cases(CentreReads.Listed listed) {
    return new SupervisedCases()
        .items(listed.items().stream().map(CentreShapes::open).toList())
        .total(listed.total());
  }

  private static SupervisedCase open(CentreReads.Open open) {
    return new SupervisedCase()
        .caseNumber(open.caseNumber())
        .itemCode(open.itemCode())
        .itemName(open.itemName())
        .itemNameEn(open.itemNameEn())
        .departmentCode(open.department())
        .regionCode(open.region())
        .clock(ClockState.fromValue(open.clock()))
        .stepName(open.stepName())
        .stepNameEn(open.stepNameEn())
        .dueAt(open.dueAt());
  }

  /** A rule that found something is never taken off the book. */
  private RuleHead head(String rule) {
    return book.find(rule).orElseThrow().head();
  }

  SupervisionNews news(News news) {
    RuleHead head = head(news.rule());
    return new SupervisionNews()
        .place(news.place())
        .kind(SupervisionNews.KindEnum.fromValue(news.kind()))
        .at(CityTime.offset(news.at()))
        .findingId(news.findingId())
        .severity(news.severity() == null ? null : FindingSeverity.fromValue(news.severity()))
        .cardNumber(news.cardNumber())
        .colour(news.colour() == null ? null : CardColour.fromValue(news.colour()))
        .rule(news.rule())
        .ruleName(head.name())
        .ruleNameEn(head.nameEn())
        .caseNumber(news.subject().caseNumber())
        .subject(Subjects.shape(news.subject()))
        .departmentCode(news.departmentCode())
        .regionCode(news.regionCode())
        .acknowledgement(news.seen() == null ? null : seen(news.seen()));
  }

  static Acknowledgement seen(News.Seen seen) {
    return new Acknowledgement()
        .account(seen.account())
        .name(seen.name())
        .nameEn(seen.nameEn())
        .at(CityTime.offset(seen.at()));
  }
}
