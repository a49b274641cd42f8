package org.sunlit.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one screen shows: the newest public state of each case, for the cases that moved last. Not
 * safe for several threads; {@link LiveBoards} guards it.
 */
final class ScreenStates {

  /** As many as the contract lets a reader ask for. */
  static final int MOST = 200;

  private final Map<String, Shown> byCase = new LinkedHashMap<>(); // oldest first

  /** Takes in what happened; rows come in the order of the journal. */
  void apply(Shown row) {
    String caseNumber = row.caseNumber();
    byCase.remove(caseNumber);
    byCase.put(caseNumber, row);
    if (byCase.size() > MOST) {
      byCase.remove(byCase.keySet().iterator().next());
    }
  }

  /** The newest states, newest first. */
  List<Shown> newest(int limit) {
    List<Shown> oldestFirst = new ArrayList<>(byCase.values());
    List<Shown> newest = new ArrayList<>(Math.min(limit, oldestFirst.size()));
    for (int index = oldestFirst.size() - 1; index >= 0 && newest.size() < limit; index--) {
      newest.add(oldestFirst.get(index));
    }
    return newest;
  }
}
