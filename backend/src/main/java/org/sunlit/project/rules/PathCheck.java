package org.sunlit.project.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.platform.Regions;
import org.sunlit.problem.FieldProblem;
import org.sunlit.project.rules.ProjectPath.Need;
import org.sunlit.project.rules.ProjectPath.Phase;

/** What a path has to be before it is published. Everything wrong is said at once. */
public final class PathCheck {
  /**
   * What a theme is, as far as a path has to know.
   *
   * @param items codes of all it can take
   */
  public record Theme(String regionCode, List<String> items) {}

  private PathCheck() {}

  /**
   * What is wrong with a path. A phase needs only phases before it, so none wait for each other.
   *
   * @param themes the themes that can be applied for on its first day, by code
   */
  public static List<FieldProblem> of(ProjectPath path, Map<String, Theme> themes) {
    List<FieldProblem> errors = new ArrayList<>();
    Map<String, Theme> before = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (int place = 0; place < path.phases().size(); place++) {
      Phase phase = path.phases().get(place);
      String pointer = "/path/phases/" + place;
      Theme theme = themes.get(phase.theme());
      if (before.containsKey(phase.code())) {
        errors.add(error(pointer + "/code", "theme.twice"));
      }
      if (!used.add(phase.theme())) {
        errors.add(error(pointer + "/theme", "theme.twice"));
      } else if (theme == null) {
        errors.add(error(pointer + "/theme", "project.theme-unknown"));
      } else if (!Regions.within(path.regionCode(), theme.regionCode())) {
        errors.add(error(pointer + "/theme", "project.theme-elsewhere"));
      }
      needs(phase, pointer, before, errors);
      before.put(phase.code(), theme == null ? new Theme(path.regionCode(), List.of()) : theme);
    }
    return List.copyOf(errors);
  }

  private static void needs(
      Phase phase, String pointer, Map<String, Theme> before, List<FieldProblem> errors) {
    for (int place = 0; place < phase.needs().size(); place++) {
      Need need = phase.needs().get(place);
      String at = pointer + "/needs/" + place;
      Theme theme = before.get(need.phase());
      if (theme == null) {
        errors.add(error(at + "/phase", "project.phase-not-before"));
        continue;
      }
      for (int item = 0; item < need.items().size(); item++) {
        if (!theme.items().contains(need.items().get(item))) {
          errors.add(error(at + "/items/" + item, "project.item-not-of-phase"));
        }
      }
    }
  }

  private static FieldProblem error(String pointer, String key) {
    return new FieldProblem(pointer, key, List.of());
  }
}
