package org.sunlit.inforequest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.inforequest.rules.ApplicantKind;
import org.sunlit.inforequest.rules.RequestAct;
import org.sunlit.inforequest.rules.RequestStanding;

/**
 * A request as it is stored.
 *
 * @param content sealed
 */
record RequestRecord(
    UUID id,
    String number,
    byte[] codeHash,
    byte[] content,
    ApplicantKind applicantKind,
    boolean suggestsPublication,
    List<RequestAct> acts) {
  /** Begins what a request's key is kept under; its number follows. */
  static final String SUBJECT = "infoRequest/";

  RequestRecord {
    acts = List.copyOf(acts);
  }

  String subject() {
    return SUBJECT + number;
  }

  RequestStanding standing() {
    return RequestStanding.of(acts);
  }

  int version() {
    return acts.size();
  }

  RequestAct last() {
    return acts.get(acts.size() - 1);
  }

  RequestRecord after(RequestAct act) {
    List<RequestAct> longer = new ArrayList<>(acts);
    longer.add(act);
    return new RequestRecord(
        id, number, codeHash, content, applicantKind, suggestsPublication, longer);
  }
}
