package org.sunlit.powerlist;

import org.sunlit.identity.Actor;
import org.sunlit.platform.Regions;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Which items an editor of the power list may change: one of a department its own department's, one
 * with a region those of the region and below, one with neither all of the city's.
 */
record EditRights(String departmentCode, String regionCode) {
  static EditRights of(Actor actor) {
    return new EditRights(actor.departmentCode(), actor.regionCode());
  }

  boolean reach(String department, String region) {
    return (departmentCode == null || departmentCode.equals(department))
        && (regionCode == null || Regions.within(region, regionCode));
  }

  boolean reaches(ItemContent content) {
    return reach(content.departmentCode(), content.regionCode());
  }

  /**
   * Refuses whoever may not change what this says.
   *
   * @throws Problem 403
   */
  void check(ItemContent content) {
    if (!reaches(content)) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("item.not-yours");
    }
  }

  /**
   * Refuses whoever keeps only a part of the list.
   *
   * @throws Problem 403
   */
  void checkWholeCity() {
    if (departmentCode != null || regionCode != null) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("department.whole-city-only");
    }
  }
}
