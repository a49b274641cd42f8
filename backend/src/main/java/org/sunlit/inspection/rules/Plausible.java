package org.sunlit.inspection.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what somebody wants to record is an inspection of its kind. */
public final class Plausible {
  private Plausible() {}

  /**
   * What is wrong with it.
   *
   * @param codes of the checklist in force
   * @param sample the cases that were drawn; empty without a sample
   * @return message keys by JSON pointer; empty when nothing is wrong
   */
  public static Map<String, String> faults(
      InspectionKind kind, int inspectors, Facts facts, List<String> codes, List<String> sample) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (inspectors < kind.inspectors()) {
      faults.put("/inspectors", "inspection.two");
    }
    checks(facts, codes, faults);
    boolean called = kind == InspectionKind.CALL_BACK;
    need(faults, "/sampleId", called == !sample.isEmpty(), called, "inspection.sample");
    need(faults, "/calls", called == !facts.calls().isEmpty(), called, "inspection.calls");
    boolean reviewed = kind == InspectionKind.FILE_REVIEW;
    need(faults, "/cases", reviewed == !facts.cases().isEmpty(), reviewed, "inspection.cases");
    boolean rung = kind == InspectionKind.TELEPHONE;
    need(faults, "/telephone", rung == (facts.telephone() != null), rung, "inspection.telephone");
    boolean polled = kind == InspectionKind.OPINION_POLL;
    need(faults, "/poll", polled == (facts.poll() != null), polled, "inspection.poll");
    for (int place = 0; place < facts.calls().size(); place++) {
      if (called && !sample.contains(facts.calls().get(place).caseNumber())) {
        faults.put("/calls/" + place + "/caseNumber", "inspection.not-drawn");
      }
    }
    if (facts.poll() != null && facts.poll().satisfied() > facts.poll().asked()) {
      faults.put("/poll/satisfied", "inspection.more-than-asked");
    }
    return faults;
  }

  private static void need(
      Map<String, String> faults, String pointer, boolean right, boolean needed, String key) {
    if (!right) {
      faults.put(pointer, needed ? key : "inspection.other-kind");
    }
  }

  private static void checks(Facts facts, List<String> codes, Map<String, String> faults) {
    Set<String> seen = new HashSet<>();
    for (int place = 0; place < facts.checks().size(); place++) {
      String code = facts.checks().get(place).code();
      if (!codes.contains(code) || !seen.add(code)) {
        faults.put("/checks/" + place + "/code", "inspection.no-such-check");
      }
    }
    if (!seen.containsAll(codes)) {
      faults.putIfAbsent("/checks", "inspection.check-all");
    }
  }
}
