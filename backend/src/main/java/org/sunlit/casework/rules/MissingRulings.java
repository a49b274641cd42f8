package org.sunlit.casework.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;

/** Rules on commands about what is missing (补正, 核验原件): everything is told once. */
final class MissingRulings {
  private final Wanted wanted;

  MissingRulings(Wanted wanted) {
    this.wanted = wanted;
  }

  CaseEvent correction() {
    if (wanted.command().missing().isEmpty()) {
      wanted.lack(Lack.of("/missing", Lack.Code.MISSING_NEEDED));
    }
    for (int place = 0; place < wanted.command().missing().size(); place++) {
      MissingMaterial one = wanted.command().missing().get(place);
      if (one.what() == null || one.what().isBlank()) {
        wanted.lack(Lack.of("/missing/" + place + "/what", Lack.Code.MISSING_NEEDED));
      }
      if (one.materialCode() != null
          && !wanted.matter().materialCodes().contains(one.materialCode())) {
        wanted.lack(
            Lack.of(
                "/missing/" + place + "/materialCode",
                Lack.Code.MATERIAL_UNKNOWN,
                one.materialCode()));
      } else {
        needToldAtFirst(one, place);
      }
    }
    return wanted.staying(CaseEventKind.CORRECTION_REQUESTED).asking(wanted.command().missing());
  }

  /**
   * Everything missing is told once (一次告知, 行政许可法第三十二条第一款第四项; C6). What was told may still be
   * missing or wrong after a supplement and be asked for again; what was not is too late.
   */
  private void needToldAtFirst(MissingMaterial one, int place) {
    if (wanted.standing().told().isEmpty() || one.toldWith(wanted.standing().told())) {
      return;
    }
    String told =
        wanted.standing().told().stream()
            .map(each -> each.materialCode() == null ? each.what() : each.materialCode())
            .distinct()
            .collect(Collectors.joining("; "));
    String pointer = "/missing/" + place + (one.materialCode() == null ? "/what" : "/materialCode");
    wanted.lack(Lack.of(pointer, Lack.Code.NOT_TOLD_AT_FIRST, told));
  }

  CaseEvent askingForOriginals() {
    FlowStep window =
        wanted.standing().flow().next(wanted.step().id(), FlowEdge.PASS).orElseThrow();
    if (wanted.command().missing().isEmpty()) {
      wanted.lack(Lack.of("/missing", Lack.Code.ORIGINALS_NEEDED));
    }
    for (int place = 0; place < wanted.command().missing().size(); place++) {
      MissingMaterial one = wanted.command().missing().get(place);
      if (one.what() == null || one.what().isBlank()) {
        wanted.lack(Lack.of("/missing/" + place + "/what", Lack.Code.MISSING_NEEDED));
      }
      // What the published list wants in the original was told before anybody applied (第三十条).
      if (one.materialCode() == null || !wanted.matter().originals().contains(one.materialCode())) {
        wanted.lack(Lack.of("/missing/" + place + "/materialCode", Lack.Code.ORIGINAL_NOT_LISTED));
      }
    }
    return wanted
        .going(CaseEventKind.ORIGINALS_REQUESTED, window.id(), FlowEdge.PASS)
        .asking(wanted.command().missing());
  }

  /** All of them have to be seen: part of them isn't what was asked for. */
  CaseEvent originals() {
    List<String> outstanding =
        wanted.standing().originals().stream()
            .filter(code -> !wanted.command().materials().contains(code))
            .toList();
    if (!outstanding.isEmpty()) {
      wanted.lack(
          Lack.of("/materials", Lack.Code.ORIGINALS_OUTSTANDING, String.join(", ", outstanding)));
    }
    return wanted.staying(CaseEventKind.ORIGINALS_RECEIVED).bringing(wanted.standing().originals());
  }
}
