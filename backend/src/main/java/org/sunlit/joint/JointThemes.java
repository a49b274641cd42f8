package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.administration.Edition;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.JointTheme.Part;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The themes one can apply for. */
@ApplicationScoped
class JointThemes {
  /**
   * A theme with what the power list says of it today.
   *
   * @param items the versions of its items that hold today, by code, in the theme's order; those
   *     the list doesn't know are left out
   */
  record Shown(Edition<JointTheme> version, DepartmentRef lead, Map<String, ItemInForce> items) {
    JointTheme theme() {
      return version.definition();
    }
  }

  private final ThemeStore store;
  private final PowerList powerList;
  private final Clock clock;

  JointThemes(ThemeStore store, PowerList powerList, Clock clock) {
    this.store = store;
    this.powerList = powerList;
    this.clock = clock;
  }

  Uni<List<Shown>> all() {
    return store.inForce(today()).chain(this::shown);
  }

  private Uni<List<Shown>> shown(List<Edition<JointTheme>> versions) {
    Uni<List<Shown>> shown = Uni.createFrom().item(new ArrayList<>());
    for (Edition<JointTheme> version : versions) {
      if (!version.definition().closed()) {
        shown = shown.chain(all -> show(version, Map.of()).invoke(all::add).replaceWith(all));
      }
    }
    return shown;
  }

  /** The theme that holds today; fails with 404 when there is none. */
  Uni<Shown> inForce(String code) {
    return store
        .inForce(code, today())
        .map(
            found ->
                found
                    .filter(version -> !version.definition().closed())
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(version -> items(version.definition()).chain(items -> show(version, items)));
  }

  private Uni<Shown> show(Edition<JointTheme> version, Map<String, ItemInForce> items) {
    return powerList
        .department(version.definition().leadDepartment())
        .map(lead -> new Shown(version, lead.orElseThrow(), items));
  }

  private Uni<Map<String, ItemInForce>> items(JointTheme theme) {
    return items(theme, today());
  }

  /** The versions of a theme's items that hold on a day, whatever their status. */
  Uni<Map<String, ItemInForce>> items(JointTheme theme, LocalDate on) {
    Uni<Map<String, ItemInForce>> items = Uni.createFrom().item(new LinkedHashMap<>());
    for (Part part : theme.parts()) {
      items =
          items.chain(
              all ->
                  powerList
                      .onDate(part.item(), on)
                      .invoke(found -> found.ifPresent(item -> all.put(part.item(), item)))
                      .replaceWith(all));
    }
    return items;
  }

  private LocalDate today() {
    return clock.instant().atZone(CityTime.ZONE).toLocalDate();
  }
}
