package org.sunlit.casework;

import java.util.List;
import org.sunlit.problem.Problem;

/**
 * What came of references to what the city has: an upload of each, as good as handed in.
 *
 * @param refusal why they can't be taken over; said only when something would be done with them, so
 *     that a command that was carried out already is answered as the first time; null when they can
 */
public record TakenCopies(List<HandedIn> copies, Problem refusal) {
  static final TakenCopies NONE = new TakenCopies(List.of(), null);

  public TakenCopies {
    copies = List.copyOf(copies);
  }

  /** Fails when they can't be taken over. */
  public List<HandedIn> orRefuse() {
    if (refusal != null) {
      throw refusal;
    }
    return copies;
  }
}
