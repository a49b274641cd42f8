package org.sunlit.project.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.project.rules.PhaseRules.Part;
import org.sunlit.project.rules.PhaseRules.Standing;
import org.sunlit.project.rules.PhaseRules.Unmet;
import org.sunlit.project.rules.ProjectPath.Need;
import org.sunlit.project.rules.ProjectPath.Phase;

class PhaseRulesTest {
  private static final Instant SOON = Instant.parse("2026-12-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-20T09:00:00Z");

  /** Planning needs the land; building needs everything of planning. */
  private static final ProjectPath PATH =
      path(
          new Phase("land", "用地", null, "land-theme", List.of()),
          new Phase(
              "planning",
              "规划",
              null,
              "planning-theme",
              List.of(new Need("land", List.of("LAND", "FILING")))),
          new Phase("building", "施工", null, "building-theme", List.of(new Need("planning", null))));

  private static ProjectPath path(Phase... phases) {
    return new ProjectPath("房屋建筑", null, null, null, "990100000000", false, List.of(phases));
  }

  private static Part part(String item, CaseState state) {
    return part(item, state, null);
  }

  private static Part part(String item, CaseState state, Instant due) {
    return new Part(item, "of " + item + " " + state, state, due);
  }

  private static Standing at(String phase, Map<String, List<List<Part>>> begun) {
    return PhaseRules.standing(PATH, begun).stream()
        .filter(one -> one.phase().code().equals(phase))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, List<List<Part>>> land(Part... parts) {
    return Map.of("land", List.of(List.of(parts)));
  }

  private static List<PhaseState> states(Map<String, List<List<Part>>> begun) {
    return PhaseRules.standing(PATH, begun).stream().map(Standing::state).toList();
  }

  @Test
  void onlyTheFirstPhaseOfANewProjectCanBegin() {
    assertEquals(
        List.of(PhaseState.READY, PhaseState.WAITING, PhaseState.WAITING), states(Map.of()));
    assertEquals(
        List.of(true, false, false),
        PhaseRules.standing(PATH, Map.of()).stream().map(Standing::mayBegin).toList());
    assertEquals(List.of(new Unmet("land", null, null)), at("planning", Map.of()).unmet());
    assertEquals(List.of(new Unmet("planning", null, null)), at("building", Map.of()).unmet());
  }

  @Test
  void aPhaseBeginsWhenWhatItNeedsIsGrantedThoughTheOneBeforeStillRuns() {
    Map<String, List<List<Part>>> begun =
        land(part("LAND", CaseState.GRANTED), part("ENERGY", CaseState.IN_PROGRESS, SOON));

    assertEquals(List.of(PhaseState.RUNNING, PhaseState.READY, PhaseState.WAITING), states(begun));
    assertFalse(at("land", begun).mayBegin());
    assertTrue(at("planning", begun).mayBegin());
  }

  @ParameterizedTest
  @EnumSource(value = CaseState.class, mode = EnumSource.Mode.EXCLUDE, names = "GRANTED")
  void whatIsNeededIsGrantedAndNothingElse(CaseState state) {
    Standing planning =
        at("planning", land(part("LAND", state), part("FILING", CaseState.GRANTED)));

    assertEquals(PhaseState.WAITING, planning.state());
    assertFalse(planning.mayBegin());
    assertEquals(List.of(new Unmet("land", "LAND", state)), planning.unmet());
  }

  @ParameterizedTest
  @CsvSource({
    "GRANTED, GRANTED, DECIDED, false",
    "GRANTED, IN_CORRECTION, RUNNING, false",
    "GRANTED, PAUSED, RUNNING, false",
    "REFUSED, SUBMITTED, RUNNING, false",
    "GRANTED, REFUSED, FAILED, true",
    "GRANTED, NOT_ACCEPTED, FAILED, true",
    "GRANTED, REVOKED, FAILED, true",
    "GRANTED, WITHDRAWN, DECIDED, true",
    "WITHDRAWN, WITHDRAWN, FAILED, true"
  })
  void aPhaseStandsWhereItsCasesStand(
      CaseState one, CaseState other, PhaseState phase, boolean again) {
    Standing land = at("land", land(part("LAND", one), part("FILING", other)));

    assertEquals(phase, land.state());
    assertEquals(again, land.mayBegin());
  }

  @Test
  void aSecondApplicationIsForWhatWasNotGranted() {
    List<Part> first = List.of(part("LAND", CaseState.GRANTED), part("FILING", CaseState.REFUSED));
    assertEquals(List.of("LAND"), at("land", Map.of("land", List.of(first))).granted());

    Standing running =
        at("land", Map.of("land", List.of(first, List.of(part("FILING", CaseState.SUBMITTED)))));
    assertEquals(PhaseState.RUNNING, running.state());
    assertEquals(
        List.of(CaseState.GRANTED, CaseState.SUBMITTED),
        running.parts().stream().map(Part::state).toList());

    Standing decided =
        at("land", Map.of("land", List.of(first, List.of(part("FILING", CaseState.GRANTED)))));
    assertEquals(PhaseState.DECIDED, decided.state());
    assertFalse(decided.trouble());
  }

  @Test
  void whatWasTakenBackAndIsNotAskedForAgainIsNoPartAnyMoreWhileARefusalStays() {
    List<Part> first =
        List.of(part("ENERGY", CaseState.WITHDRAWN), part("FILING", CaseState.REFUSED));
    Standing land =
        at("land", Map.of("land", List.of(first, List.of(part("LAND", CaseState.GRANTED)))));

    assertEquals(List.of("FILING", "LAND"), land.parts().stream().map(Part::item).toList());
    assertEquals(PhaseState.FAILED, land.state());
  }

  @Test
  void aRevocationShowsOnThePhasesThatWereBegunOnIt() {
    Map<String, List<List<Part>>> begun =
        Map.of(
            "land", List.of(List.of(part("LAND", CaseState.REVOKED))),
            "planning", List.of(List.of(part("PLAN", CaseState.GRANTED))));

    assertTrue(at("land", begun).trouble());
    Standing planning = at("planning", begun);
    assertEquals(PhaseState.DECIDED, planning.state());
    assertEquals(List.of(new Unmet("land", "LAND", CaseState.REVOKED)), planning.unmet());
    assertTrue(planning.trouble());
    // Building needs planning, which is still granted.
    assertTrue(at("building", begun).mayBegin());
    assertFalse(at("building", begun).trouble());
  }

  @Test
  void aPhaseIsDueWithTheLastOfItsOpenCases() {
    Part running = part("LAND", CaseState.IN_PROGRESS, SOON);
    assertEquals(
        Optional.of(LATER),
        at("land", land(running, part("FILING", CaseState.SUBMITTED, LATER))).dueAt());
    assertEquals(
        Optional.empty(), at("land", land(running, part("FILING", CaseState.PAUSED))).dueAt());
    assertEquals(Optional.empty(), at("land", land(part("LAND", CaseState.GRANTED, SOON))).dueAt());
  }

  @Test
  void everythingWrongWithAPathIsSaidAtOnce() {
    ProjectPath path =
        path(
            new Phase("land", "用地", null, "land-theme", List.of(new Need("planning", null))),
            new Phase(
                "planning", "规划", null, "land-theme", List.of(new Need("land", List.of("X")))),
            new Phase("planning", "规划", null, "gone", List.of()),
            new Phase("other", "其他", null, "elsewhere", List.of()));
    Map<String, PathCheck.Theme> themes =
        Map.of(
            "land-theme", new PathCheck.Theme("990100000000", List.of("LAND")),
            "elsewhere", new PathCheck.Theme("990200000000", List.of("Y")));

    assertEquals(
        List.of(
            "/path/phases/0/needs/0/phase project.phase-not-before",
            "/path/phases/1/theme theme.twice",
            "/path/phases/1/needs/0/items/0 project.item-not-of-phase",
            "/path/phases/2/code theme.twice",
            "/path/phases/2/theme project.theme-unknown",
            "/path/phases/3/theme project.theme-elsewhere"),
        PathCheck.of(path, themes).stream()
            .map(wrong -> wrong.pointer() + " " + wrong.messageKey())
            .toList());
  }

  @Test
  void aCodeIsReadAsItIsTypedAndAMistypedOneIsNobodys() {
    String code = ProjectCodes.of(LocalDate.of(2026, 11, 29), "990100000000", 4821);

    assertTrue(code.matches("2611-990100-04-01-04821[0-9]"), code);
    assertEquals(Optional.of(code), ProjectCodes.read(" " + code.replace("-", "") + " "));
    assertEquals(Optional.of(code), ProjectCodes.read(code.replace('-', '－').replace('2', '２')));
    for (int place = 0; place < code.length(); place++) {
      char digit = code.charAt(place);
      if (digit != '-') {
        char other = digit == '9' ? '0' : (char) (digit + 1);
        String wrong = code.substring(0, place) + other + code.substring(place + 1);
        assertEquals(Optional.empty(), ProjectCodes.read(wrong), wrong);
      }
    }
    assertEquals(Optional.empty(), ProjectCodes.read("2611"));
  }
}
