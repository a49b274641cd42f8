package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.board.rules.ProgrammeKind;

/** The city in numbers 城市数字, as screens play it; the rate with its denominator (L5). */
@ApplicationScoped
class NumbersPanels implements ProgrammeSource {
  private final CityNumbers numbers;

  NumbersPanels(CityNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public ProgrammeKind kind() {
    return ProgrammeKind.NUMBERS;
  }

  @Override
  public Uni<List<Panel>> panels(Screen screen) {
    return numbers.of(screen).map(counted -> List.of(panel(screen, counted)));
  }

  private static Panel panel(Screen screen, CityNumbers.Numbers counted) {
    List<Panel.Line> lines = new ArrayList<>();
    lines.add(Panel.Line.of("今日收件", "Received today", counted.submittedToday()));
    lines.add(Panel.Line.of("今日办结", "Closed today", counted.closedToday()));
    lines.add(Panel.Line.of("正在办理", "In progress", counted.inProgress()));
    lines.add(Panel.Line.of("近30天办结", "Closed, last 30 days", counted.closedLast30Days()));
    if (counted.closedLast30Days() > 0) {
      lines.add(
          Panel.Line.of(
              "近30天按时办结率",
              "On time, last 30 days",
              "%.1f%% (%d/%d)"
                  .formatted(
                      Math.floor(
                              counted.closedOnTimeLast30Days()
                                  * 1000.0
                                  / counted.closedLast30Days())
                          / 10,
                      counted.closedOnTimeLast30Days(),
                      counted.closedLast30Days())));
    }
    return Panel.of(
        screen.name() + " · 办件数字",
        (screen.nameEn() == null ? screen.name() : screen.nameEn()) + " in numbers",
        lines);
  }
}
