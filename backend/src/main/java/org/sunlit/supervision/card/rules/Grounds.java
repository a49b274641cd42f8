package org.sunlit.supervision.card.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What cards rest on, and which of them fall when some of it does. */
public final class Grounds {
  private Grounds() {}

  /**
   * A card that isn't withdrawn, and what it rests on: findings, or lighter cards it was raised
   * from.
   *
   * @param findings those of its findings that still stand
   * @param sources those of its lighter cards that aren't withdrawn
   * @param needed so many of them have to be there
   */
  public record Ground(UUID card, Set<UUID> findings, Set<UUID> sources, int needed) {
    public Ground {
      findings = Set.copyOf(findings);
      sources = Set.copyOf(sources);
    }
  }

  /**
   * The cards that have lost their ground, those that others were raised from first.
   *
   * @param cards all that aren't withdrawn
   */
  public static List<UUID> fallen(Collection<Ground> cards) {
    List<UUID> fallen = new ArrayList<>();
    Set<UUID> gone = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Ground card : cards) {
        if (!gone.contains(card.card()) && left(card, gone) < card.needed()) {
          gone.add(card.card());
          fallen.add(card.card());
          more = true;
        }
      }
    }
    return fallen;
  }

  private static long left(Ground card, Set<UUID> gone) {
    return card.findings().size()
        + card.sources().stream().filter(source -> !gone.contains(source)).count();
  }
}
