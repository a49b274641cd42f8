package org.sunlit.supervision.rules;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What supervision remembers of somebody who handles cases: their last acts in steps with a grave
 * integrity risk (A级廉政风险点, F3), folded from the journal and from nothing else. Patterns show only
 * across cases.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class HandlerPicture {
  /** More than these tell nothing new. */
  private static final int MOST = 60;

  private final String account;
  private List<Handled> recent = new ArrayList<>();

  /**
   * An act in a step with a grave risk.
   *
   * @param applicant account of whose case it was; null for guests
   * @param turnedAway whether it sent the case back or refused it
   * @param seconds how long the step had waited; null where that says nothing, such as at a window
   */
  record Handled(String caseNumber, Mark mark, String applicant, boolean turnedAway, Long seconds) {
    /** Whether what was applied for went on its way; taking it in at the window favours nobody. */
    boolean favours() {
      return !turnedAway && !mark.kind().equals("case.accepted");
    }

    boolean since(Instant moment) {
      return !mark.at().isBefore(moment);
    }
  }

  @JsonCreator
  public HandlerPicture(@JsonProperty("account") String account) {
    this.account = account;
  }

  public String account() {
    return account;
  }

  /** The acts of the time before the newest, which is the last of them. */
  List<Handled> within(Duration time) {
    if (recent.isEmpty()) {
      return List.of();
    }
    Instant since = newest().mark().at().minus(time);
    return recent.stream().filter(act -> act.since(since)).toList();
  }

  Handled newest() {
    return recent.get(recent.size() - 1);
  }

  void add(Handled act) {
    recent.add(act);
    if (recent.size() > MOST) {
      recent.remove(0);
    }
  }

  /** What a pattern was seen in counts for no second one of its kind. */
  void forget(Collection<Handled> acts) {
    recent.removeAll(acts);
  }
}
