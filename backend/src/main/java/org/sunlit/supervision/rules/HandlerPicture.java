package org.sunlit.supervision.rules;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

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
   * @param told codes of the patterns that have been found in it
   */
  record Handled(
      String caseNumber,
      Mark mark,
      String applicant,
      boolean turnedAway,
      Long seconds,
      List<String> told) {
    Handled {
      told = told == null ? List.of() : List.copyOf(told);
    }

    /** Whether what was applied for went on its way; taking it in at the window favours nobody. */
    boolean favours() {
      return !turnedAway && !mark.kind().equals("case.accepted");
    }

    boolean told(String pattern) {
      return told.contains(pattern);
    }

    private Handled and(String pattern) {
      return new Handled(
          caseNumber,
          mark,
          applicant,
          turnedAway,
          seconds,
          Stream.concat(told.stream(), Stream.of(pattern)).toList());
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

  /**
   * The acts of the time before the newest, which is the last of them.
   *
   * @param pattern what it has been found in counts for no second one of its kind
   */
  List<Handled> within(Duration time, String pattern) {
    if (recent.isEmpty()) {
      return List.of();
    }
    Instant since = newest().mark().at().minus(time);
    return recent.stream().filter(act -> act.since(since) && !act.told(pattern)).toList();
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

  /** This pattern has been found in these acts. */
  void tell(Collection<Handled> acts, String pattern) {
    recent.replaceAll(act -> acts.contains(act) ? act.and(pattern) : act);
  }
}
