package org.sunlit.problem;

import java.util.ArrayList;
import java.util.List;

/** A failure and what is behind it. */
final class Causes {
  private static final int DEEPEST = 20;

  private Causes() {}

  /** The failure itself first; stops at a depth, as causes may run in a circle. */
  static List<Throwable> of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && causes.size() < DEEPEST;
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
