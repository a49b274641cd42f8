package org.sunlit.supervision.card.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.supervision.card.rules.Grounds.Ground;

/** One person's cards through random findings, withdrawals, answers and decisions. */
class RandomChainsTest {
  private static final Instant AT = Instant.parse("2026-11-30T02:00:00Z");
  private static final int STEPS = 400;
  private static final String[] ACTS = {
    "explained",
    "appealed",
    "kept",
    "keptByTime",
    "withdrawn",
    "announced",
    "deducted",
    "ordered",
    "reported",
    "returned",
    "accepted",
    "called",
    "held"
  };

  /** A card, what it rests on, and its acts. */
  private static final class Card {
    final UUID id;
    final UUID finding;
    final List<UUID> sources;
    final List<CardAct> acts = new ArrayList<>();

    Card(UUID id, UUID finding, List<UUID> sources) {
      this.id = id;
      this.finding = finding;
      this.sources = sources;
      acts.add(new CardAct.Issued(AT, null, sources.isEmpty() ? Colour.YELLOW : Colour.RED, 5));
    }

    CardStanding standing() {
      return CardStanding.of(acts);
    }

    boolean withdrawn() {
      return standing().state() == CardState.WITHDRAWN;
    }
  }

  private final Map<UUID, Card> cards = new LinkedHashMap<>();
  private final Set<UUID> goneFindings = new HashSet<>();

  /** The naive reference: points by hand, changed by each act that was followed. */
  private final Map<UUID, Integer> naive = new LinkedHashMap<>();

  private Random random;
  private int mostPoints;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void noCardStandsWithoutGroundAndPointsAreThoseOfStandingCards(long seed) {
    random = new Random(seed);
    int followed = 0;
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(24)) {
        case 0 -> issue(List.of());
        case 1 -> raise();
        case 2 -> findingGone();
        default -> {
          for (int attempt = 0; attempt < 5; attempt++) {
            followed += act() ? 1 : 0;
          }
        }
      }
      fall();
      check();
    }
    assertTrue(followed > STEPS / 20, "hardly anything happened: " + followed);
    assertTrue(cards.values().stream().anyMatch(Card::withdrawn));
    assertTrue(mostPoints > 0, "no card ever took effect");
  }

  private void issue(List<UUID> sources) {
    Card card = new Card(uuid(), sources.isEmpty() ? uuid() : null, sources);
    cards.put(card.id, card);
    naive.put(card.id, 0);
  }

  private void raise() {
    List<UUID> live =
        cards.values().stream()
            .filter(card -> card.sources.isEmpty() && !card.withdrawn())
            .map(card -> card.id)
            .limit(3)
            .toList();
    if (live.size() == 3) {
      issue(live);
    }
  }

  private void findingGone() {
    if (!cards.isEmpty() && random.nextInt(4) == 0) {
      Card card = List.copyOf(cards.values()).get(random.nextInt(cards.size()));
      if (card.finding != null) {
        goneFindings.add(card.finding);
      }
    }
  }

  private boolean act() {
    if (cards.isEmpty()) {
      return false;
    }
    Card card = List.copyOf(cards.values()).get(random.nextInt(cards.size()));
    CardAct act = CardRulesTest.act(ACTS[random.nextInt(ACTS.length)]);
    CardState before = card.standing().state();
    boolean byTime = card.standing().keptByTime();
    card.acts.add(act);
    try {
      card.standing();
    } catch (IllegalStateException impossible) {
      card.acts.remove(card.acts.size() - 1);
      return false;
    }
    assertFalse(before == CardState.WITHDRAWN, "something followed a withdrawal: " + act);
    if (before == CardState.KEPT) {
      boolean decision =
          act instanceof CardAct.Explained
              || act instanceof CardAct.Appealed
              || act instanceof CardAct.Kept;
      assertFalse(decision, "decided again: " + act);
      assertTrue(!(act instanceof CardAct.Withdrawn) || byTime, "decided again: " + act);
    }
    if (act instanceof CardAct.Deducted deducted) {
      naive.put(card.id, deducted.points());
    } else if (act instanceof CardAct.Withdrawn) {
      naive.put(card.id, 0);
    }
    return true;
  }

  /** What falls, by the rule. */
  private void fall() {
    List<Ground> grounds =
        cards.values().stream().filter(card -> !card.withdrawn()).map(this::ground).toList();
    for (UUID fallen : Grounds.fallen(grounds)) {
      Card card = cards.get(fallen);
      card.acts.add(
          new CardAct.Withdrawn(
              AT,
              null,
              card.sources.isEmpty()
                  ? WithdrawalCause.FINDING_GONE
                  : WithdrawalCause.SOURCES_GONE));
      naive.put(card.id, 0);
    }
  }

  private Ground ground(Card card) {
    Set<UUID> findings =
        card.finding == null || goneFindings.contains(card.finding)
            ? Set.of()
            : Set.of(card.finding);
    Set<UUID> sources = new HashSet<>(card.sources);
    sources.removeIf(source -> cards.get(source).withdrawn());
    return new Ground(card.id, findings, sources, card.sources.isEmpty() ? 1 : 3);
  }

  private void check() {
    for (Card card : cards.values()) {
      boolean grounded =
          card.sources.isEmpty()
              ? !goneFindings.contains(card.finding)
              : card.sources.stream().noneMatch(source -> cards.get(source).withdrawn());
      assertTrue(grounded || card.withdrawn(), "a card stands on nothing");
    }
    int points = naive.values().stream().mapToInt(Integer::intValue).sum();
    mostPoints = Math.max(mostPoints, points);
    assertEquals(
        points, cards.values().stream().mapToInt(card -> card.standing().pointsNow()).sum());
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
