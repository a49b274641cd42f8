package org.sunlit.supervision.card.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.supervision.Severity;

/**
 * What leads to what (E3, E5, E16). The sources say that it is so and give no numbers: a city sets
 * its own ({@code sunlit.supervision.card.*}).
 *
 * @param minor what a minor finding (一般) leads to
 * @param serious a serious one (较重)
 * @param grave a grave one (严重)
 * @param warningsToYellow so many warnings within {@code warningsWithin} make a yellow card
 * @param yellowsToRed so many yellow cards within {@code yellowsWithin} make a red one
 * @param points what each costs
 * @param person when a person is talked to
 * @param department when a department's leader is
 * @param cardsAfterTalk so many cards within the period after a talk lead to accountability
 */
public record Thresholds(
    Colour minor,
    Colour serious,
    Colour grave,
    int warningsToYellow,
    Duration warningsWithin,
    int yellowsToRed,
    Duration yellowsWithin,
    Map<Colour, Integer> points,
    Talking person,
    Talking department,
    int cardsAfterTalk) {
  /**
   * When somebody is talked to: at so many points or so many cards within a period.
   *
   * @param within how far back they count
   */
  public record Talking(int points, int cards, Duration within) {}

  /** A raised card: to what, and since when what counts toward it counts. */
  public record Raise(Colour from, Colour to, int needed, Duration within) {}

  /**
   * A card that stands, in somebody's file.
   *
   * @param keptAt when it took effect
   */
  public record Counted(Instant keptAt, Colour colour, int points) {}

  /** What is to follow for one party. */
  public enum Consequence {
    NOTHING,
    TALK,
    ACCOUNTABILITY
  }

  /** What becomes of a card for one party, and from what numbers. */
  public record Outcome(Consequence what, int points, int cards) {
    static final Outcome NOTHING = new Outcome(Consequence.NOTHING, 0, 0);
  }

  /** What a finding leads to; nothing for a reminder. */
  public Optional<Colour> of(Severity severity) {
    return switch (severity) {
      case REMINDER -> Optional.empty();
      case MINOR -> Optional.of(minor);
      case SERIOUS -> Optional.of(serious);
      case GRAVE -> Optional.of(grave);
    };
  }

  /** What several of this colour make; empty when nothing is above it. */
  public Optional<Raise> raise(Colour colour) {
    return switch (colour) {
      case WARNING ->
          Optional.of(new Raise(colour, Colour.YELLOW, warningsToYellow, warningsWithin));
      case YELLOW -> Optional.of(new Raise(colour, Colour.RED, yellowsToRed, yellowsWithin));
      case RED -> Optional.empty();
    };
  }

  /**
   * What a card costs when it takes effect.
   *
   * @param sources what those it was raised from have cost already: nothing is paid twice
   */
  public int points(Colour colour, int sources) {
    return Math.max(0, points.getOrDefault(colour, 0) - sources);
  }

  public Talking talking(Party with) {
    return switch (with) {
      case PERSON -> person;
      case DEPARTMENT -> department;
    };
  }

  /**
   * What follows for a party whose card has just taken effect.
   *
   * @param file the cards that stand in their file, with this one
   * @param talkOpen whether a talk with them is called and not held: one is enough
   * @param talkedAt when they were talked to last; null when they never were
   */
  public Outcome outcome(
      Party of, List<Counted> file, boolean talkOpen, Instant talkedAt, Instant now) {
    Talking talking = talking(of);
    Instant since = now.minus(talking.within());
    boolean talked = talkedAt != null && talkedAt.isAfter(since);
    List<Counted> counting =
        file.stream()
            .filter(card -> card.colour().card())
            .filter(card -> card.keptAt().isAfter(talked ? talkedAt : since))
            .toList();
    int points = counting.stream().mapToInt(Counted::points).sum();
    int cards = counting.size();
    if (talked && cards >= cardsAfterTalk) {
      return new Outcome(Consequence.ACCOUNTABILITY, points, cards);
    }
    return !talkOpen && reached(talking, points, cards)
        ? new Outcome(Consequence.TALK, points, cards)
        : Outcome.NOTHING;
  }

  /** Whether a talk that was called is still called for by these cards. */
  public boolean talkStands(Party with, List<Counted> file, Instant talkedAt, Instant calledAt) {
    Talking talking = talking(with);
    Instant since = calledAt.minus(talking.within());
    Instant from = talkedAt != null && talkedAt.isAfter(since) ? talkedAt : since;
    List<Counted> counting =
        file.stream()
            .filter(card -> card.colour().card())
            .filter(card -> card.keptAt().isAfter(from))
            .toList();
    return reached(talking, counting.stream().mapToInt(Counted::points).sum(), counting.size());
  }

  private static boolean reached(Talking talking, int points, int cards) {
    return cards > 0 && (points >= talking.points() || cards >= talking.cards());
  }
}
