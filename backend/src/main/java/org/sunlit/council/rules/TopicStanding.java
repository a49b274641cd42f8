package org.sunlit.council.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a topic stands, folded from its acts. */
public class TopicStanding {
  /**
   * Something a member wrote.
   *
   * @param number of its act
   * @param decidedIn the act that let it be seen or not; zero while nobody has
   */
  public record Contribution(
      int number, String author, Instant at, Moderation moderation, int decidedIn) {
    Contribution become(Moderation now, int act) {
      return new Contribution(number, author, at, now, act);
    }

    public boolean shown() {
      return moderation == Moderation.SHOWN;
    }
  }

  TopicKind kind;
  TopicState state;
  String opener;
  Instant openedAt;
  String suggested;
  final List<Contribution> contributions = new ArrayList<>();
  String department;
  final Set<String> asked = new LinkedHashSet<>();
  Instant askedAt;
  int answerDays;
  Instant answeredAt;
  String answeredBy;
  int answerAct;
  String complaint;
  Instant lastAt;
  int version;

  TopicStanding() {}

  /**
   * Folds the acts.
   *
   * @throws IllegalStateException for an act that can't follow those before it
   */
  public static TopicStanding of(List<TopicAct> acts) {
    return TopicFold.fold(acts);
  }

  public TopicKind kind() {
    return kind;
  }

  public TopicState state() {
    return state;
  }

  public String opener() {
    return opener;
  }

  public Instant openedAt() {
    return openedAt;
  }

  /** The department its author would ask; null for none. */
  public String suggested() {
    return suggested;
  }

  public List<Contribution> contributions() {
    return List.copyOf(contributions);
  }

  public Optional<Contribution> contribution(int number) {
    return contributions.stream().filter(each -> each.number() == number).findFirst();
  }

  /** What nobody has looked at yet, the oldest first. */
  public List<Contribution> waiting() {
    return contributions.stream().filter(each -> each.moderation() == Moderation.WAITING).toList();
  }

  /** Whether members see it: what began it is released, and wasn't taken back since. */
  public boolean shown() {
    return contributions.get(0).shown();
  }

  /** Who is to answer, or has; null when nobody was asked or the last one sent it back. */
  public String department() {
    return department;
  }

  /** All that were ever asked: they go on seeing what they sent back. */
  public Set<String> asked() {
    return Set.copyOf(asked);
  }

  /** When a department was asked for the first time; its clock runs from then. */
  public Instant askedAt() {
    return askedAt;
  }

  public int answerDays() {
    return answerDays;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  public String answeredBy() {
    return answeredBy;
  }

  /** The act with the official answer; zero while there is none. */
  public int answerAct() {
    return answerAct;
  }

  /** The complaint it goes on as; null for none. */
  public String complaint() {
    return complaint;
  }

  public Instant lastAt() {
    return lastAt;
  }

  public int version() {
    return version;
  }
}
