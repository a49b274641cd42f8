package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sunlit.board.Panel;
import org.sunlit.board.ProgrammeSource;
import org.sunlit.board.Screen;
import org.sunlit.board.rules.ProgrammeKind;
import org.sunlit.rating.rules.DepartmentTally;
import org.sunlit.rating.rules.Tally;

/** The newest monthly bulletin 评议通报 on the city's screens, as it was published (L3, G2). */
@ApplicationScoped
class BulletinPanels implements ProgrammeSource {
  private final Bulletins bulletins;

  BulletinPanels(Bulletins bulletins) {
    this.bulletins = bulletins;
  }

  @Override
  public ProgrammeKind kind() {
    return ProgrammeKind.BULLETINS;
  }

  @Override
  public Uni<List<Panel>> panels(Screen screen) {
    return bulletins
        .months()
        .chain(
            months ->
                months.isEmpty()
                    ? Uni.createFrom().item(List.<Panel>of())
                    : bulletins
                        .find(months.get(0))
                        .map(found -> found.map(one -> panel(one, screen)).stream().toList()));
  }

  /** A department's screen shows its own line alone. */
  private static Panel panel(Bulletins.Bulletin bulletin, Screen screen) {
    return Panel.of(
        "%d年%d月评议通报".formatted(bulletin.month().getYear(), bulletin.month().getMonthValue()),
        "Ratings of " + bulletin.month(),
        bulletin.departments().stream()
            .filter(
                tally ->
                    screen.departmentCode() == null || screen.departmentCode().equals(tally.code()))
            .limit(Panel.MOST_LINES)
            .map(BulletinPanels::line)
            .toList());
  }

  private static Panel.Line line(DepartmentTally tally) {
    Tally all = tally.overall();
    return new Panel.Line(
        tally.name(),
        tally.nameEn(),
        "满意 %d · 基本满意 %d · 不满意 %d"
            .formatted(all.satisfied(), all.basicallySatisfied(), all.notSatisfied()),
        "%d satisfied · %d fairly · %d not"
            .formatted(all.satisfied(), all.basicallySatisfied(), all.notSatisfied()));
  }
}
