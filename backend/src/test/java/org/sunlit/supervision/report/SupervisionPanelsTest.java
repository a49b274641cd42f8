package org.sunlit.supervision.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlit.api.model.SupervisionFigures;
import org.sunlit.api.model.SupervisionMonth;
import org.sunlit.api.model.SupervisionOnTime;
import org.sunlit.board.Panel;
import org.sunlit.board.Screen;

class SupervisionPanelsTest {
  private static final SupervisionFigures SHOWN =
      new SupervisionFigures()
          .months(List.of(month("2026-10", 9), month("2026-11", 4)))
          .departments(List.of(onTime("tst", 3, 2), onTime("oth", 1000, 999)));

  @Test
  void theCitysScreenShowsTheCardsOfThisMonthAndEveryDepartment() {
    List<Panel> panels = SupervisionPanels.panels(SHOWN, screen(null));

    assertEquals(List.of("电子监察 2026-11", "各部门按时办结"), panels.stream().map(Panel::title).toList());
    assertEquals("4", panels.get(0).lines().get(0).value());
    assertEquals(
        List.of("66.6% (2/3)", "99.9% (999/1000)"),
        panels.get(1).lines().stream().map(Panel.Line::value).toList());
  }

  @Test
  void aDepartmentsScreenShowsItsOwnLineAlone() {
    List<Panel> panels = SupervisionPanels.panels(SHOWN, screen("oth"));

    assertEquals(1, panels.size());
    assertEquals(
        List.of("99.9% (999/1000)"),
        panels.get(0).lines().stream().map(Panel.Line::value).toList());
  }

  @Test
  void whereThereIsNothingToShowNothingIsShown() {
    assertEquals(List.of(), SupervisionPanels.panels(SHOWN, screen("none")));
  }

  private static Screen screen(String department) {
    return new Screen("hall", "大厅", "Hall", "hall", null, department);
  }

  private static SupervisionMonth month(String month, int warnings) {
    return new SupervisionMonth()
        .month(month)
        .warnings(warnings)
        .yellow(1)
        .red(0)
        .kept(2)
        .withdrawn(1);
  }

  private static SupervisionOnTime onTime(String code, int withDeadline, int onTime) {
    return new SupervisionOnTime()
        .code(code)
        .name(code + "局")
        .nameEn(code)
        .withDeadline(withDeadline)
        .onTime(onTime);
  }
}
