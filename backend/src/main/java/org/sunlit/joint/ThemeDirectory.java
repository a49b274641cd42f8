package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.administration.Edition;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.JointTheme.Part;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.powerlist.PowerList;

/** Tells other rooms what themes there are. */
@ApplicationScoped
public class ThemeDirectory {
  /**
   * A theme in a word.
   *
   * @param items codes of all it can take
   * @param open whether it can be applied for
   */
  public record Entry(
      String code,
      String name,
      String nameEn,
      DepartmentRef lead,
      String regionCode,
      List<String> items,
      boolean open) {}

  private final ThemeStore store;
  private final PowerList powerList;

  ThemeDirectory(ThemeStore store, PowerList powerList) {
    this.store = store;
    this.powerList = powerList;
  }

  /** Those of these themes that hold on a day, by their code. */
  public Uni<Map<String, Entry>> on(LocalDate day, Set<String> codes) {
    return store
        .inForce(day)
        .chain(
            versions -> {
              Uni<Map<String, Entry>> entries = Uni.createFrom().item(new HashMap<>());
              for (Edition<JointTheme> version : versions) {
                if (codes.contains(version.code())) {
                  entries =
                      entries.chain(
                          all ->
                              entry(version)
                                  .invoke(entry -> all.put(entry.code(), entry))
                                  .replaceWith(all));
                }
              }
              return entries;
            });
  }

  private Uni<Entry> entry(Edition<JointTheme> version) {
    return powerList
        .department(version.definition().leadDepartment())
        .map(
            lead ->
                new Entry(
                    version.code(),
                    version.definition().name(),
                    version.definition().nameEn(),
                    lead.orElseThrow(),
                    version.definition().regionCode(),
                    version.definition().parts().stream().map(Part::item).toList(),
                    !version.definition().closed()));
  }
}
