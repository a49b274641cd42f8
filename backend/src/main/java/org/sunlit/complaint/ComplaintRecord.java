package org.sunlit.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.platform.CityTime;

/**
 * A complaint as it is stored.
 *
 * @param content sealed
 * @param groupSize how many others are answered with it
 */
record ComplaintRecord(
    UUID id,
    String number,
    byte[] codeHash,
    byte[] content,
    boolean mayPublish,
    String caseNumber,
    String itemCode,
    String placeCode,
    String namedDepartment,
    int groupSize,
    List<ComplaintAct> acts) {
  /** Begins what a complaint's key is kept under; its number follows. */
  static final String SUBJECT = "complaint/";

  ComplaintRecord {
    acts = List.copyOf(acts);
  }

  String subject() {
    return SUBJECT + number;
  }

  Standing standing() {
    return Standing.of(acts);
  }

  int version() {
    return acts.size();
  }

  ComplaintAct last() {
    return acts.get(acts.size() - 1);
  }

  /** The code of what it is about, as last confirmed; null where nobody has said it. */
  String category() {
    String last = null;
    for (ComplaintAct act : acts) {
      if (act instanceof ComplaintAct.Screened screened && screened.category() != null) {
        last = screened.category();
      }
    }
    return last;
  }

  /** The day it came in. */
  LocalDate receivedOn() {
    return LocalDate.ofInstant(acts.get(0).at(), CityTime.ZONE);
  }

  ComplaintRecord after(ComplaintAct act) {
    List<ComplaintAct> longer = new ArrayList<>(acts);
    longer.add(act);
    return new ComplaintRecord(
        id,
        number,
        codeHash,
        content,
        mayPublish,
        caseNumber,
        itemCode,
        placeCode,
        namedDepartment,
        groupSize,
        longer);
  }
}
