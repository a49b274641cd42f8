package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules on what applicants are told and asked for (告知与材料, C6). */
final class NoticeRules {
  private NoticeRules() {}

  static List<ActRule> all(RuleBook.Words words, Parameters parameters) {
    int many = parameters.manyNotices();
    return List.of(
        words.act("notice.instalments", NoticeRules::instalments),
        words.act("notice.repeated", Map.of("times", many), act -> repeated(act, many)),
        words.act("notice.empty", NoticeRules::empty),
        words.act("notice.after-acceptance", NoticeRules::afterAcceptance),
        words.act("material.unlisted", NoticeRules::unlisted),
        words.act("refusal.unreasoned", NoticeRules::unreasoned),
        words.act("refusal.complete", NoticeRules::complete));
  }

  /** Something is asked for that the first notice didn't name (未一次性告知). */
  private static Optional<Sighting> instalments(Act act) {
    if (!corrects(act) || act.before().notices().isEmpty()) {
      return Optional.empty();
    }
    List<String> told = act.before().told();
    List<String> more = act.asked().stream().filter(code -> !told.contains(code)).toList();
    // A first notice that named no material leaves nothing to compare with.
    return more.isEmpty() || told.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Sighting.of(Map.of("materials", String.join("、", more)), act.before().notices()));
  }

  private static Optional<Sighting> repeated(Act act, int many) {
    int times = act.before().notices().size() + 1;
    return corrects(act) && times >= many
        ? Optional.of(Sighting.of(Map.of("times", Integer.toString(times)), act.before().notices()))
        : Optional.empty();
  }

  private static Optional<Sighting> empty(Act act) {
    return asks(act) && act.event().event().missing().isEmpty()
        ? Optional.of(Sighting.plain())
        : Optional.empty();
  }

  private static Optional<Sighting> afterAcceptance(Act act) {
    return corrects(act)
        ? act.before().accepted().map(mark -> Sighting.of(Map.of(), List.of(mark)))
        : Optional.empty();
  }

  /** What the published list doesn't ask for (擅自增设审批条件, E18). */
  private static Optional<Sighting> unlisted(Act act) {
    return asks(act)
        ? act.before()
            .published()
            .map(
                list ->
                    act.asked().stream().filter(code -> !list.materials().contains(code)).toList())
            .filter(codes -> !codes.isEmpty())
            .map(codes -> Sighting.of(Map.of("materials", String.join("、", codes)), List.of()))
        : Optional.empty();
  }

  private static Optional<Sighting> unreasoned(Act act) {
    return act.refuses() && Boolean.FALSE.equals(act.event().told().reasoned())
        ? Optional.of(Sighting.plain())
        : Optional.empty();
  }

  /** Everything that was told has been brought, and it isn't accepted all the same. */
  private static Optional<Sighting> complete(Act act) {
    CasePicture before = act.before();
    boolean brought = !before.told().isEmpty() && before.brought().containsAll(before.told());
    return act.official() && act.event().is("refused") && brought
        ? Optional.of(
            Sighting.of(Map.of("materials", String.join("、", before.told())), before.notices()))
        : Optional.empty();
  }

  private static boolean corrects(Act act) {
    return act.official() && act.event().is("correctionRequested");
  }

  private static boolean asks(Act act) {
    return corrects(act) || act.official() && act.event().is("originalsRequested");
  }
}
