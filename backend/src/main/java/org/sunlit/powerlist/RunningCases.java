package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import java.util.SortedMap;

/**
 * Tells which cases run on an item. The power list asks before it changes one; the room that runs
 * the cases answers, because the power list doesn't know it.
 */
public interface RunningCases {
  /** How many cases are open on each version of an item, by the version's number. */
  Uni<SortedMap<Integer, Integer>> byVersion(String itemCode);
}
