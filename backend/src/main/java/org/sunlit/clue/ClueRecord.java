package org.sunlit.clue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueStanding;

/**
 * A clue as it is stored.
 *
 * @param content sealed
 * @param handlers marks of those who investigated, reviewed and decided
 */
record ClueRecord(
    UUID id, String number, byte[] content, List<String> handlers, List<ClueAct> acts) {
  /** Begins what a clue's key is kept under; its number follows. */
  static final String SUBJECT = "clue/";

  ClueRecord {
    acts = List.copyOf(acts);
    handlers = List.copyOf(handlers);
  }

  String subject() {
    return SUBJECT + number;
  }

  ClueStanding standing() {
    return ClueStanding.of(acts);
  }

  int version() {
    return acts.size();
  }

  ClueAct last() {
    return acts.get(acts.size() - 1);
  }

  /**
   * After an act.
   *
   * @param marks of those who have had a part by it
   */
  ClueRecord after(ClueAct act, List<String> marks) {
    List<ClueAct> longer = new ArrayList<>(acts);
    longer.add(act);
    return new ClueRecord(id, number, content, marks, longer);
  }
}
