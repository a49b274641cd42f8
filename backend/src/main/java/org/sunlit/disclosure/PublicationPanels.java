package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sunlit.board.Panel;
import org.sunlit.board.ProgrammeSource;
import org.sunlit.board.Screen;
import org.sunlit.board.rules.ProgrammeKind;
import org.sunlit.platform.TimeCursor;

/**
 * The newest publications 信息公开 on the city's screens, a department's own on its screens (K2, K3).
 */
@ApplicationScoped
class PublicationPanels implements ProgrammeSource {
  private final PublicReads reads;

  PublicationPanels(PublicReads reads) {
    this.reads = reads;
  }

  @Override
  public ProgrammeKind kind() {
    return ProgrammeKind.PUBLICATIONS;
  }

  @Override
  public Uni<List<Panel>> panels(Screen screen) {
    return reads
        .newest(null, screen.departmentCode(), TimeCursor.START, Panel.MOST_LINES)
        .map(
            page ->
                page.rows().isEmpty()
                    ? List.of()
                    : List.of(
                        Panel.of(
                            "最新公开信息",
                            "Published lately",
                            page.rows().stream()
                                .limit(Panel.MOST_LINES)
                                .map(PublicationPanels::line)
                                .toList())));
  }

  private static Panel.Line line(Row row) {
    return new Panel.Line(
        row.getString("title"),
        row.getString("title_en"),
        row.getString("department"),
        row.getString("department_en"));
  }
}
