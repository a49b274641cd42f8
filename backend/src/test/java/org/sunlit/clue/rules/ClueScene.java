package org.sunlit.clue.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.clue.rules.ClueRules.Concern;
import org.sunlit.clue.rules.ClueRules.Reader;

/** People and acts that clues are told with. */
final class ClueScene {
  /** The morning of 1 March 2030. */
  static final Instant MORNING = Instant.parse("2030-03-01T02:00:00Z");

  static final Concern SOMEBODY = new Concern("wang", "water");
  static final Reader HEAD = new Reader("head", null, true);
  static final Reader SECOND_HEAD = new Reader("second", null, true);
  static final Reader INVESTIGATOR = new Reader("ivy", null, false);
  static final Reader REVIEWER = new Reader("ray", null, false);
  static final Reader STRANGER = new Reader("sam", null, false);

  static final Finding CLEARED = new Finding(Outcome.CLEARED, List.of(), null);
  static final Finding UNPROVEN = new Finding(Outcome.UNPROVEN, List.of(), null);
  static final Finding TALK = new Finding(Outcome.SANCTIONED, List.of(Sanction.ADMONITION), null);

  static final ClueAct TAKEN =
      new ClueAct.TakenIn(MORNING, "sup", ClueChannel.LETTER, null, MORNING, true, true);
  static final ClueAct DISPATCHED = new ClueAct.Dispatched(MORNING, "head", "ivy", "ray");
  static final ClueAct VERIFY = new ClueAct.Proposed(MORNING, "ivy", Disposal.VERIFICATION);
  static final ClueAct INQUIRE = new ClueAct.Proposed(MORNING, "ivy", Disposal.INQUIRY);
  static final ClueAct SHELVE = new ClueAct.Proposed(MORNING, "ivy", Disposal.SHELVED);
  static final ClueAct APPROVED = new ClueAct.ProposalApproved(MORNING, "head", null);
  static final ClueAct APPROVED_LETTER =
      new ClueAct.ProposalApproved(MORNING, "head", LocalDate.of(2030, 3, 22));
  static final ClueAct REPORTED = new ClueAct.Reported(MORNING, "ivy", CLEARED);
  static final ClueAct AGREED = new ClueAct.Agreed(MORNING, "ray");

  private ClueScene() {}

  static ClueStanding after(ClueAct... acts) {
    return ClueStanding.of(List.of(acts));
  }

  static ClueStanding decided(Finding finding, LocalDate visitOn, ClueAct... more) {
    Stream<ClueAct> before = Stream.of(TAKEN, DISPATCHED, VERIFY, APPROVED, REPORTED, AGREED);
    ClueAct decided = new ClueAct.Decided(MORNING, "head", finding, visitOn);
    return ClueStanding.of(
        Stream.of(before, Stream.of(decided), Stream.of(more)).flatMap(each -> each).toList());
  }

  static Set<ClueAction> possible(ClueStanding clue, Reader reader) {
    return Stream.of(ClueAction.values())
        .filter(action -> ClueRules.refusal(clue, SOMEBODY, action, reader).isEmpty())
        .collect(Collectors.toSet());
  }
}
