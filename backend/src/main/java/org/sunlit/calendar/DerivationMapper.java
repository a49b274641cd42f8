package org.sunlit.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.sunlit.api.model.Article;
import org.sunlit.api.model.DerivationEntry;
import org.sunlit.api.model.TimeLimit;
import org.sunlit.platform.CityTime;

/** Puts a derivation into the contract's words, for every resource that shows a deadline. */
public final class DerivationMapper {
  private DerivationMapper() {}

  /**
   * The derivation as the API shows it.
   *
   * @throws IllegalArgumentException for a clock that has not started: there is nothing to show
   */
  public static org.sunlit.api.model.Derivation toApi(Derivation derivation) {
    Instant started =
        derivation
            .startedAt()
            .orElseThrow(() -> new IllegalArgumentException("The clock has not started"));
    return new org.sunlit.api.model.Derivation()
        .state(org.sunlit.api.model.Derivation.StateEnum.fromValue(derivation.state().code()))
        .limit(limit(derivation.limit()))
        .startedAt(local(started))
        .stoppedAt(derivation.stoppedAt().map(DerivationMapper::local).orElse(null))
        .dueDate(derivation.dueDate().orElse(null))
        .dueAt(derivation.dueAt().orElse(null))
        .unitsLeft(derivation.dueAt().isPresent() ? null : derivation.unitsLeft())
        .late(derivation.stoppedAt().isPresent() ? derivation.late() : null)
        .provisional(derivation.provisional())
        .basis(derivation.basis().stream().map(DerivationMapper::article).toList())
        .entries(derivation.entries().stream().map(DerivationMapper::entry).toList());
  }

  /** A limit as the contract has it. */
  public static TimeLimit limit(Limit limit) {
    return new TimeLimit()
        .amount(limit.amount())
        .unit(org.sunlit.api.model.LimitUnit.fromValue(limit.unit().code()));
  }

  private static Article article(LegalBasis basis) {
    return new Article()
        .law(basis.law())
        .lawEn(orNull(basis.lawEn()))
        .article(basis.article())
        .articleEn(orNull(basis.articleEn()))
        .text(basis.text())
        .textEn(orNull(basis.textEn()));
  }

  private static DerivationEntry entry(DayEntry entry) {
    return new DerivationEntry()
        .date(entry.date())
        .counted(entry.counted())
        .number(entry.counted() ? entry.number() : null)
        .reason(DerivationEntry.ReasonEnum.fromValue(entry.reason().code()))
        .note(orNull(entry.note()))
        .noteEn(orNull(entry.noteEn()))
        .provisional(entry.provisional() ? true : null);
  }

  private static OffsetDateTime local(Instant moment) {
    return moment.atZone(CityTime.ZONE).toOffsetDateTime();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
