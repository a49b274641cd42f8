package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules on who does it (人员与权限). */
final class PeopleRules {
  /** What only two persons may do together (双人复核). */
  private static final Set<String> BY_TWO =
      Set.of("paused", "extended", "greenMarked", "reopened", "revoked", "migrated");

  /** The post that acts for departments in a township, by a letter of delegation (D2). */
  private static final String TOWNSHIP = "township";

  private PeopleRules() {}

  static List<ActRule> all(RuleBook.Words words) {
    return List.of(
        words.act("duties.accepted-and-decided", PeopleRules::acceptedAndDecided),
        words.act("duties.second-person", PeopleRules::secondPerson),
        words.act("duties.own-case", PeopleRules::ownCase),
        words.act("authority.post", PeopleRules::foreignPost),
        words.act("authority.decision", PeopleRules::delegatedDecision),
        words.act("risk.unconfirmed", PeopleRules::riskUnconfirmed));
  }

  private static Optional<Sighting> acceptedAndDecided(Act act) {
    String accepted = act.before().acceptedBy();
    return act.official()
            && act.event().is("decided")
            && act.event().event().by().account().equals(accepted)
        ? act.before().accepted().map(mark -> Sighting.of(Map.of(), List.of(mark)))
        : Optional.empty();
  }

  /** Nobody confirmed it, or the one who asked for it did. */
  private static Optional<Sighting> secondPerson(Act act) {
    if (!act.official() || BY_TWO.stream().noneMatch(act.event()::is)) {
      return Optional.empty();
    }
    Told.Person second = act.event().event().confirmedBy();
    boolean another =
        second != null
            && second.account() != null
            && !second.account().equals(act.event().event().by().account());
    return another ? Optional.empty() : Optional.of(Sighting.plain());
  }

  private static Optional<Sighting> ownCase(Act act) {
    return act.official() && act.event().event().by().account().equals(act.before().applicant())
        ? Optional.of(Sighting.plain())
        : Optional.empty();
  }

  /** In a step of another post, and by no letter of authority (越权审批). */
  private static Optional<Sighting> foreignPost(Act act) {
    Told.Step step = act.event().told().step();
    if (!act.moves() || step == null || step.post() == null) {
      return Optional.empty();
    }
    Told.Person by = act.event().event().by();
    boolean own = step.post().equals(by.post()) || by.authorisation() != null;
    return own
        ? Optional.empty()
        : Optional.of(
            Sighting.of(
                Map.of("post", by.post() == null ? "—" : by.post(), "wanted", step.post()),
                List.of()));
  }

  /** A delegation entrusts acts and never the decision. */
  private static Optional<Sighting> delegatedDecision(Act act) {
    Told.Step step = act.event().told().step();
    return act.official()
            && act.event().is("decided")
            && TOWNSHIP.equals(act.event().event().by().post())
            && step != null
            && !TOWNSHIP.equals(step.post())
        ? Optional.of(Sighting.plain())
        : Optional.empty();
  }

  /** Judged in a step with a risk point of grade A, which wasn't confirmed as seen (F3). */
  private static Optional<Sighting> riskUnconfirmed(Act act) {
    Told.Step step = act.event().told().step();
    return act.moves() && step != null && step.graveRisk() && !act.event().event().riskConfirmed()
        ? Optional.of(Sighting.plain())
        : Optional.empty();
  }
}
