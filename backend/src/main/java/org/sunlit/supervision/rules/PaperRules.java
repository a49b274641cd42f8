package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules on official documents and their seals (文书与用印): neither without the other. */
final class PaperRules {
  private PaperRules() {}

  static List<ActRule> all(RuleBook.Words words) {
    return List.of(
        words.act("seal.without-document", paper(PaperRules::nothingBehind)),
        words.act("document.unsealed", paper(paper -> !paper.sealed())));
  }

  /** Set to no document, or to one that no act of its case gave. */
  private static boolean nothingBehind(Told.Paper paper) {
    return paper.sealed() && (paper.number() == null || paper.act() == null);
  }

  private static java.util.function.Function<Act, Optional<Sighting>> paper(
      Predicate<Told.Paper> wrong) {
    return act ->
        Optional.ofNullable(act.event().told().paper())
            .filter(wrong)
            .map(
                paper ->
                    Sighting.of(
                        Map.of(
                            "document", said(paper, paper.title()),
                            "documentEn", said(paper, paper.titleEn())),
                        List.of()));
  }

  /** Its title and number, as far as there are any. */
  private static String said(Told.Paper paper, String title) {
    return (title == null ? "" : title + ' ') + (paper.number() == null ? "—" : paper.number());
  }
}
