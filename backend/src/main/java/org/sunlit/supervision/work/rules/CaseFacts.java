package org.sunlit.supervision.work.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sunlit.statistics.rules.Still;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.Told;

/**
 * What work figures know of a case, folded from the journal's events and from nothing else. Nothing
 * in it names an applicant. What happened first counts: a case that is reopened 重新办理 ended when it
 * ended first.
 *
 * @param receivedAt 收件: when it was handed in; null for a case from before the journal told it
 * @param accepted 受理; null while it isn't
 * @param concluded when the authority had done its part: decided 决定, or said that it doesn't accept
 *     it 不予受理; null while it hasn't, and where the applicant withdrew first
 * @param ended 办结, however it ended
 * @param takenBack whether that was the applicant's will 撤回
 * @param dueAt until when it was to be done, as it was known before its end; null without a limit
 * @param done the steps people finished
 * @param corrections 补正: who asked for them
 * @param returns 退回: whose work went back
 * @param stills when it stood still: paused, or waiting for the applicant
 * @param live the steps at work
 */
public record CaseFacts(
    String caseNumber,
    String itemCode,
    String departmentCode,
    Instant receivedAt,
    Deed accepted,
    Deed concluded,
    Deed ended,
    boolean takenBack,
    Instant dueAt,
    List<Done> done,
    List<Deed> corrections,
    List<Deed> returns,
    List<Still> stills,
    List<Open> live) {
  /**
   * Something that happened.
   *
   * @param by whose it is; null for nobody's
   */
  public record Deed(Instant at, String by) {}

  /**
   * A step that somebody finished.
   *
   * @param dueAt until when; null where the step has no limit of its own
   */
  public record Done(String stepId, String by, Instant enteredAt, Instant at, Instant dueAt) {}

  /** A step at work. */
  public record Open(String stepId, Instant enteredAt, Instant dueAt) {}

  public CaseFacts {
    done = listed(done);
    corrections = listed(corrections);
    returns = listed(returns);
    stills = listed(stills);
    live = listed(live);
  }

  /** A case of which nothing has been told. */
  public static CaseFacts of(String caseNumber) {
    return new CaseFacts(
        caseNumber, null, null, null, null, null, null, false, null, null, null, null, null, null);
  }

  /**
   * A case of which nothing is remembered but that it had ended before this moment, at which it was
   * reopened. The first end counts, so its next one doesn't.
   */
  public static CaseFacts reopened(String caseNumber, Instant at) {
    Deed before = new Deed(at, null);
    return new CaseFacts(
        caseNumber,
        null,
        null,
        null,
        null,
        before,
        before,
        false,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The facts after an event of the case. */
  public CaseFacts after(Happening event) {
    Told told = event.told();
    String by = by(event);
    boolean ends = event.ofCase() && told.ended();
    boolean takesBack = is(event, "withdrawn");
    boolean concludes = is(event, "decided") || ends && !takesBack && !is(event, "revoked");
    boolean accepts = is(event, "accepted") || is(event, "deemedAccepted");
    return new CaseFacts(
        caseNumber,
        told.itemCode() == null ? itemCode : told.itemCode(),
        told.departmentCode() == null ? departmentCode : told.departmentCode(),
        receivedAt == null && is(event, "submitted") ? event.at() : receivedAt,
        accepted == null && accepts ? new Deed(event.at(), by) : accepted,
        concluded == null && ended == null && concludes ? new Deed(event.at(), by) : concluded,
        ended == null && ends ? new Deed(event.at(), by) : ended,
        takenBack || ended == null && ends && takesBack,
        dueAfter(told, accepts, ends),
        with(done, finished(event, by)),
        with(corrections, is(event, "correctionRequested") ? new Deed(event.at(), by) : null),
        with(returns, is(event, "returned") ? new Deed(event.at(), doer(event)) : null),
        stillsAfter(event, accepts, ends),
        told.live() == null ? live : told.live().stream().map(CaseFacts::open).toList());
  }

  /**
   * When the authority was done with it (办结). What the applicant took back says nothing of
   * handling.
   *
   * @return null while it isn't, or when it was taken back
   */
  public Deed handled() {
    return takenBack ? null : ended;
  }

  /** When its time began: received, or accepted once it is 受理; null where neither is known. */
  public Instant begun() {
    return accepted == null ? receivedAt : accepted.at();
  }

  /** Everybody who had a hand in it. */
  public Set<String> hands() {
    Set<String> hands = new TreeSet<>();
    Stream.of(
            Stream.of(accepted, concluded, ended).filter(Objects::nonNull).map(Deed::by),
            done.stream().map(Done::by),
            corrections.stream().map(Deed::by),
            returns.stream().map(Deed::by))
        .flatMap(by -> by)
        .filter(Objects::nonNull)
        .forEach(hands::add);
    return hands;
  }

  /**
   * What was known last before the case ended; acceptance begins another clock. A decision stops
   * none: the promised limit runs on until the case is done, as its own page says.
   */
  private Instant dueAfter(Told told, boolean accepts, boolean ends) {
    if (ended != null || ends) {
      return dueAt;
    }
    return told.dueAt() == null && !accepts ? dueAt : told.dueAt();
  }

  /** The step that this event finished. */
  private Done finished(Happening event, String by) {
    if (by == null || event.told().live() == null) {
      return null;
    }
    String stepId = event.event().stepId();
    boolean left = event.told().live().stream().noneMatch(step -> step.stepId().equals(stepId));
    return live.stream()
        .filter(step -> left && step.stepId().equals(stepId))
        .findFirst()
        .map(step -> new Done(stepId, by, step.enteredAt(), event.at(), step.dueAt()))
        .orElse(null);
  }

  /** Whose work goes back: who finished last the step that the case returns to. */
  private String doer(Happening event) {
    return done.stream()
        .filter(step -> step.stepId().equals(event.event().toStepId()))
        .reduce((first, second) -> second)
        .map(Done::by)
        .orElse(null);
  }

  /** It stands still while it waits, and where a clock that ran isn't told any more. */
  private List<Still> stillsAfter(Happening event, boolean accepts, boolean ends) {
    boolean stands = !stills.isEmpty() && stills.get(stills.size() - 1).to() == null;
    boolean stopped = dueAt != null && event.told().dueAt() == null && !accepts;
    boolean stops = ended == null && !ends && (event.told().waits() || stopped);
    if (stands == stops) {
      return stills;
    }
    if (stops) {
      return with(stills, new Still(event.at(), null));
    }
    List<Still> ended = new ArrayList<>(stills);
    ended.set(ended.size() - 1, new Still(ended.get(ended.size() - 1).from(), event.at()));
    return ended;
  }

  private static String by(Happening event) {
    Told.Person by = event.ofCase() ? event.event().by() : null;
    return by != null && by.official() ? by.account() : null;
  }

  private static boolean is(Happening event, String kind) {
    return event.ofCase() && event.kind().equals("case." + kind);
  }

  private static Open open(Told.Live step) {
    return new Open(step.stepId(), step.enteredAt(), step.dueAt());
  }

  private static <T> List<T> with(List<T> all, T one) {
    return one == null ? all : Stream.concat(all.stream(), Stream.of(one)).toList();
  }

  private static <T> List<T> listed(List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }
}
