package org.sunlit.powerlist.flow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.calendar.Limit;

/**
 * The steps one call of a sub-process stands for in the flow that runs. Their ids begin with the
 * group's: {@code hearing.notice} is the step {@code notice} of the call {@code hearing}.
 *
 * @param id of the call, behind those of the calls around it
 * @param call the call
 * @param subProcess what is gone through
 * @param entry id of the step it is entered at
 * @param exit id of the step it is left from
 */
public record FlowGroup(
    String id, FlowCall call, SubProcess subProcess, String entry, String exit) {
  /** Between the ids of a call and of what is inside it; no code has it. */
  static final String INSIDE = ".";

  /** A flow with more would be too large to run; calls of calls grow fast. */
  private static final int MOST = 200;

  /** Whether a step or a group is inside. */
  public boolean holds(String stepId) {
    return stepId.startsWith(id + INSIDE);
  }

  /** What the call is named in Chinese. */
  public String name() {
    return call.name() == null ? subProcess.name() : call.name();
  }

  /** What the call is named in English. */
  public String nameEn() {
    return call.nameEn() == null ? subProcess.nameEn() : call.nameEn();
  }

  /** The name in the reader's language. */
  public String name(FlowLanguage language) {
    return language.pick(name(), nameEn());
  }

  /** The longest one run may take as a whole; null without such a limit. */
  public Limit limit() {
    return subProcess.limit();
  }

  /**
   * Every group, those around others first. A call of what isn't there, is empty or leads back into
   * itself has none.
   */
  static List<FlowGroup> of(List<FlowCall> calls, List<SubProcess> subProcesses) {
    if (calls.isEmpty()) {
      return List.of();
    }
    Map<String, SubProcess> library = new LinkedHashMap<>();
    subProcesses.forEach(each -> library.putIfAbsent(each.code(), each));
    Map<String, FlowGroup> groups = new LinkedHashMap<>();
    walk("", calls, library, new HashSet<>(), groups);
    return List.copyOf(groups.values());
  }

  private static void walk(
      String around,
      List<FlowCall> calls,
      Map<String, SubProcess> library,
      Set<String> inside,
      Map<String, FlowGroup> groups) {
    for (FlowCall call : calls) {
      SubProcess called = library.get(call.subProcess());
      String id = around + call.id();
      boolean known = called != null && !called.ids().isEmpty() && !groups.containsKey(id);
      if (!known || groups.size() >= MOST || !inside.add(call.subProcess())) {
        continue;
      }
      groups.put(id, null);
      walk(id + INSIDE, called.calls(), library, inside, groups);
      String first = id + INSIDE + called.entry();
      String last = id + INSIDE + called.exit();
      groups.put(
          id,
          new FlowGroup(
              id,
              call,
              called,
              groups.containsKey(first) ? groups.get(first).entry() : first,
              groups.containsKey(last) ? groups.get(last).exit() : last));
      inside.remove(call.subProcess());
    }
  }
}
