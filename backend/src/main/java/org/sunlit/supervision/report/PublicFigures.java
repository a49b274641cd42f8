package org.sunlit.supervision.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.sunlit.api.model.CardColour;
import org.sunlit.api.model.SupervisionBulletin;
import org.sunlit.api.model.SupervisionFigures;
import org.sunlit.api.model.SupervisionMonth;
import org.sunlit.api.model.SupervisionOnTime;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Shared;
import org.sunlit.supervision.card.CardTotals;
import org.sunlit.supervision.report.ReportReads.OnTime;
import org.sunlit.supervision.report.rules.Bulletins;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.RuleHead;

/** What may be published of supervision; many who ask at once cause one count. */
@ApplicationScoped
class PublicFigures {
  private static final int MONTHS = 12;
  private static final int BULLETINS = 50;
  private static final Duration GOOD_FOR = Duration.ofSeconds(30);

  private final CardTotals cards;
  private final ReportReads reads;
  private final RuleBook book;
  private final Clock clock;
  private final Uni<SupervisionFigures> counted;

  PublicFigures(CardTotals cards, ReportReads reads, RuleBook book, Clock clock) {
    this.cards = cards;
    this.reads = reads;
    this.book = book;
    this.clock = clock;
    this.counted = Shared.every(GOOD_FOR, this::count);
  }

  Uni<SupervisionFigures> now() {
    return counted;
  }

  private Uni<SupervisionFigures> count() {
    Instant now = clock.instant();
    LocalDate from = YearMonth.from(now.atZone(CityTime.ZONE)).minusMonths(MONTHS - 1L).atDay(1);
    return Uni.combine()
        .all()
        .unis(cards.months(from), reads.onTime(from), cards.bulletins(BULLETINS))
        .with((months, onTime, bulletins) -> figures(now, from, months, onTime, bulletins));
  }

  private SupervisionFigures figures(
      Instant now,
      LocalDate from,
      List<CardTotals.Month> months,
      List<OnTime> onTime,
      List<CardTotals.Bulletin> bulletins) {
    return new SupervisionFigures()
        .asOf(CityTime.offset(now))
        .from(from)
        .months(months.stream().map(PublicFigures::month).toList())
        .departments(onTime.stream().map(PublicFigures::onTime).toList())
        .bulletins(bulletins.stream().map(this::bulletin).toList());
  }

  private static SupervisionMonth month(CardTotals.Month month) {
    return new SupervisionMonth()
        .month(month.month().toString())
        .warnings(month.warnings())
        .yellow(month.yellow())
        .red(month.red())
        .kept(month.kept())
        .withdrawn(month.withdrawn());
  }

  private static SupervisionOnTime onTime(OnTime of) {
    return new SupervisionOnTime()
        .code(of.department().code())
        .name(of.department().name())
        .nameEn(of.department().nameEn())
        .withDeadline(of.withDeadline())
        .onTime(of.onTime());
  }

  private SupervisionBulletin bulletin(CardTotals.Bulletin of) {
    RuleHead rule = book.find(of.rule()).orElseThrow().head();
    String english = of.departmentEn() == null ? of.department() : of.departmentEn();
    String itemEnglish = of.itemNameEn() == null ? of.itemName() : of.itemNameEn();
    return new SupervisionBulletin()
        .number(of.number())
        .publishedOn(LocalDate.ofInstant(of.at(), CityTime.ZONE))
        .colour(CardColour.fromValue(of.colour()))
        .department(of.department())
        .departmentEn(of.departmentEn())
        .text(
            Bulletins.chinese(
                new Bulletins.Facts(of.department(), of.itemName(), of.colour(), of.points()),
                rule))
        .textEn(
            Bulletins.english(
                new Bulletins.Facts(english, itemEnglish, of.colour(), of.points()), rule));
  }
}
