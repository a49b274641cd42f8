package org.sunlit.casework.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sunlit.calendar.LegalBasis;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.PauseGround;
import org.sunlit.calendar.Statutes;
import org.sunlit.platform.CityTime;

/**
 * Rules on commands that change by when a case is due, each of which a second person confirms: the
 * clock stands still, the limit is extended or made shorter, the case is taken up again.
 */
final class TermRulings {
  /** What an article citation looks like: 第四十五条, or 第45条. */
  private static final Pattern ARTICLE = Pattern.compile("第[〇零一二三四五六七八九十百千0-9]+条");

  private final Wanted wanted;

  TermRulings(Wanted wanted) {
    this.wanted = wanted;
  }

  CaseEvent green() {
    CaseEvent marked = wanted.staying(CaseEventKind.GREEN_MARKED);
    Optional<GreenGround> ground = wanted.matter().greenGround(wanted.command().ground());
    if (ground.isEmpty()) {
      String known =
          wanted.matter().greenGrounds().stream()
              .map(GreenGround::code)
              .collect(Collectors.joining(", "));
      wanted.lack(Lack.of("/ground", Lack.Code.GREEN_GROUND_UNKNOWN, known));
      return marked;
    }
    return marked.changing(
        CaseChange.green(ground.get().shortened(wanted.matter().limit()), ground.get().mark()));
  }

  CaseEvent reopening() {
    CaseEvent reopened = wanted.event(CaseEventKind.REOPENED, wanted.earlierStep(), null);
    ReviewDecision review = wanted.command().review();
    if (review == null
        || review.kind() == null
        || blank(review.authority())
        || blank(review.documentNumber())
        || review.decidedOn() == null
        || review.formerWithdrawn() == null
        || review.clockFrom() == null) {
      wanted.lack(Lack.of("/review", Lack.Code.REVIEW_NEEDED));
      return reopened;
    }
    LocalDate today = wanted.at().atZone(CityTime.ZONE).toLocalDate();
    if (review.decidedOn().isAfter(today)) {
      wanted.lack(Lack.of("/review/decidedOn", Lack.Code.REVIEW_DATE));
    }
    if (review.clockFrom().isAfter(today) || review.clockFrom().isBefore(review.decidedOn())) {
      wanted.lack(Lack.of("/review/clockFrom", Lack.Code.REVIEW_DATE));
    }
    Limit limit = review.limit() == null ? wanted.matter().limit() : review.limit();
    return reopened.changing(CaseChange.reopened(limit, review));
  }

  private static boolean blank(String said) {
    return said == null || said.isBlank();
  }

  CaseEvent pause() {
    CaseEvent paused = wanted.staying(CaseEventKind.PAUSED);
    Optional<PauseGround> ground = ground();
    if (ground.isEmpty()) {
      wanted.lack(Lack.of("/ground", Lack.Code.GROUND_NEEDED));
      return paused;
    }
    Optional<String> article = ground.get().basis().map(LegalBasis::citation);
    if (article.isEmpty() && wanted.command().reason() != null) {
      article = cited();
      if (article.isEmpty()) {
        wanted.lack(Lack.of("/reason", Lack.Code.ARTICLE_NEEDED));
      }
    }
    return paused.pausedOn(ground.get().code(), article.orElse(null));
  }

  CaseEvent extension() {
    if (wanted.matter().limit().unit() == LimitUnit.HOURS) {
      wanted.lack(Lack.of("/days", Lack.Code.EXTENSION_IN_HOURS));
      return wanted.staying(CaseEventKind.EXTENDED);
    }
    int days = wanted.command().days() == null ? 0 : wanted.command().days();
    if (days < 1 || days > CaseTerms.LONGEST_EXTENSION) {
      String most = Integer.toString(CaseTerms.LONGEST_EXTENSION);
      wanted.lack(Lack.of("/days", Lack.Code.EXTENSION_AMOUNT, most));
      return wanted.staying(CaseEventKind.EXTENDED);
    }
    Optional<String> article =
        wanted.matter().licence() ? Optional.of(Statutes.DECISION.citation()) : cited();
    if (article.isEmpty() && wanted.command().reason() != null) {
      wanted.lack(Lack.of("/reason", Lack.Code.ARTICLE_NEEDED));
    }
    return wanted
        .staying(CaseEventKind.EXTENDED)
        .extendedOn(new Limit(days, wanted.matter().limit().unit()), article.orElse(null));
  }

  /** The reason, where it cites the article of the item's own statute. */
  private Optional<String> cited() {
    return Optional.ofNullable(wanted.command().reason())
        .filter(said -> ARTICLE.matcher(said).find());
  }

  private Optional<PauseGround> ground() {
    for (PauseGround ground : PauseGround.values()) {
      if (ground.code().equals(wanted.command().ground()) && !ground.beforeAcceptanceOnly()) {
        return Optional.of(ground);
      }
    }
    return Optional.empty();
  }
}
