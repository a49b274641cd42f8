package org.sunlit.casework.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A {@link NaiveCase} on its way to another flow. */
final class NaiveMove {
  private final NaiveCase life;
  private final Map<String, String> steps;
  final NaiveFlow there;

  /** Where its tokens come to lie. */
  final Set<String> landed = new LinkedHashSet<>();

  /** By what way each step there has been left. */
  final Map<String, String> left = new HashMap<>();

  /** Where it has been there. */
  final Set<String> seen = new HashSet<>();

  /** For each fork there the branches that have come to its join. */
  final Map<String, Set<String>> walked = new HashMap<>();

  /**
   * @param steps which step there each step becomes
   */
  NaiveMove(NaiveCase life, NaiveFlow there, Map<String, String> steps) {
    this.life = life;
    this.there = there;
    this.steps = steps;
    life.leftBy.forEach(
        (step, way) -> {
          if (steps.containsKey(step)) {
            left.put(steps.get(step), way);
          }
        });
    life.leftBy.keySet().forEach(step -> seen.add(steps.getOrDefault(step, "")));
    life.been.forEach(step -> seen.add(steps.getOrDefault(step, "")));
  }

  /** Whether it may stand there. */
  boolean isPossible() {
    for (String token : life.tokens) {
      String to = steps.get(token);
      if (to == null || !landed.add(to) || !there.worksIn(to) || !phasesAgree(token, to)) {
        return false;
      }
    }
    for (String fork : there.forks()) {
      if (!standsIn(fork)) {
        return false;
      }
    }
    for (String one : landed) {
      for (String two : landed) {
        if (!one.equals(two) && !there.apart(one, two, seen)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean phasesAgree(String from, String to) {
    boolean undecidedHere = life.flow.ahead(from, "approval", new HashSet<>());
    boolean undecidedThere = there.ahead(to, "approval", new HashSet<>());
    return (!life.promise.isEmpty() || there.ahead(to, "acceptance", new HashSet<>()))
        && (undecidedHere == undecidedThere || life.decided == undecidedHere);
  }

  /** Each branch of this fork is at work or walked to its end, or none is at work. */
  private boolean standsIn(String fork) {
    Set<String> all = new HashSet<>();
    Set<String> atWork = new HashSet<>();
    Set<String> done = new HashSet<>();
    there
        .branches()
        .forEach(
            (step, around) ->
                around.stream()
                    .filter(branch -> branch.startsWith(fork + "/"))
                    .forEach(
                        branch -> {
                          all.add(branch);
                          if (landed.contains(step)) {
                            atWork.add(branch);
                          }
                          String next =
                              left.containsKey(step) ? there.next(step, left.get(step)) : null;
                          if (next != null && there.kind(next).equals("join")) {
                            done.add(branch);
                          }
                        }));
    if (atWork.isEmpty()) {
      // Behind its join nothing is waited for; before it, coming to the fork begins anew.
      walked.put(fork, all);
      return true;
    }
    done.removeAll(atWork);
    walked.put(fork, done);
    return done.size() + atWork.size() == all.size();
  }
}
