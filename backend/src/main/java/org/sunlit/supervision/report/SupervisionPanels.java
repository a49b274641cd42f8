package org.sunlit.supervision.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.api.model.SupervisionFigures;
import org.sunlit.api.model.SupervisionMonth;
import org.sunlit.api.model.SupervisionOnTime;
import org.sunlit.board.Panel;
import org.sunlit.board.ProgrammeSource;
import org.sunlit.board.Screen;
import org.sunlit.board.rules.ProgrammeKind;

/**
 * What may be published of supervision (监察公开) on the city's screens: the cards of this month and
 * how departments keep their time. A department's screen shows its own line alone.
 */
@ApplicationScoped
class SupervisionPanels implements ProgrammeSource {
  private final PublicFigures figures;

  SupervisionPanels(PublicFigures figures) {
    this.figures = figures;
  }

  @Override
  public ProgrammeKind kind() {
    return ProgrammeKind.SUPERVISION;
  }

  @Override
  public Uni<List<Panel>> panels(Screen screen) {
    return figures.now().map(shown -> panels(shown, screen));
  }

  static List<Panel> panels(SupervisionFigures shown, Screen screen) {
    return Stream.concat(cards(shown, screen), Stream.of(onTime(shown, screen)))
        .filter(panel -> !panel.lines().isEmpty())
        .toList();
  }

  private static Stream<Panel> cards(SupervisionFigures figures, Screen screen) {
    List<SupervisionMonth> months = figures.getMonths();
    return screen.departmentCode() != null || months.isEmpty()
        ? Stream.empty()
        : Stream.of(cards(months.get(months.size() - 1)));
  }

  private static Panel cards(SupervisionMonth month) {
    return Panel.of(
        "电子监察 " + month.getMonth(),
        "Supervision, " + month.getMonth(),
        List.of(
            Panel.Line.of("预警", "Warnings", month.getWarnings()),
            Panel.Line.of("黄牌", "Yellow cards", month.getYellow()),
            Panel.Line.of("红牌", "Red cards", month.getRed()),
            Panel.Line.of("已撤销", "Withdrawn", month.getWithdrawn())));
  }

  private static Panel onTime(SupervisionFigures figures, Screen screen) {
    return Panel.of(
        "各部门按时办结",
        "Ended on time",
        figures.getDepartments().stream()
            .filter(
                of ->
                    screen.departmentCode() == null || screen.departmentCode().equals(of.getCode()))
            .limit(Panel.MOST_LINES)
            .map(SupervisionPanels::line)
            .toList());
  }

  private static Panel.Line line(SupervisionOnTime of) {
    return new Panel.Line(
        of.getName(),
        of.getNameEn(),
        "%.1f%% (%d/%d)"
            .formatted(
                Math.floor(of.getOnTime() * 1000.0 / of.getWithDeadline()) / 10,
                of.getOnTime(),
                of.getWithDeadline()),
        null);
  }
}
