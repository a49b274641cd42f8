package org.sunlit.rating.rules;

/** How many ratings there are of each grade. */
public record Tally(int satisfied, int basicallySatisfied, int notSatisfied) {

  public int ratings() {
    return satisfied + basicallySatisfied + notSatisfied;
  }

  /** The same, or null where too few came together to be shown without telling on anybody. */
  public Tally ifEnough(int minimum) {
    return ratings() >= minimum ? this : null;
  }
}
