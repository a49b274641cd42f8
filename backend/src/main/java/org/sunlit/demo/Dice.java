package org.sunlit.demo;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Draws by chance and weight; with the same seed, the same again. */
record Dice(RandomGenerator random) {

  boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
    double rest = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
    for (T choice : choices) {
      rest -= weight.applyAsDouble(choice);
      if (rest < 0) {
        return choice;
      }
    }
    return choices.get(choices.size() - 1); // rounding
  }

  /** A number about the mean, between half of it and one and a half. */
  double about(double mean) {
    return mean * (0.5 + random.nextDouble());
  }
}
