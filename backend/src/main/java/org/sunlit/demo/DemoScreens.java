package org.sunlit.demo;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.board.Screen;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.RegionDraft;

/**
 * The city's screens: on the square, in the halls, in every department, township and village (K1,
 * K2).
 */
final class DemoScreens {

  private DemoScreens() {}

  static List<Screen> of(List<RegionDraft> regions, List<DepartmentDraft> departments) {
    List<Screen> screens = new ArrayList<>();
    screens.add(new Screen("square", "市民广场大屏", "Citizens' Square", "square", null, null));
    screens.add(new Screen("hall", "政务服务大厅", "Government service hall", "hall", null, null));
    for (RegionDraft region : regions) {
      switch (region.level()) {
        case CITY -> {} // the square's
        case COUNTY -> screens.add(screen(region, "政务服务中心", "service centre", "hall"));
        case TOWNSHIP -> screens.add(screen(region, "便民服务中心", "service centre", "township"));
        case VILLAGE -> screens.add(screen(region, "便民服务室", "service room", "village"));
      }
    }
    for (DepartmentDraft department : departments) {
      screens.add(
          new Screen(
              "hall-" + department.code(),
              department.shortName() + "办事大厅",
              department.shortNameEn() + ", hall",
              "hall",
              null,
              department.code()));
    }
    return screens;
  }

  private static Screen screen(RegionDraft region, String place, String placeEn, String kind) {
    return new Screen(
        region.code(),
        region.name() + place,
        region.nameEn() + " " + placeEn,
        kind,
        region.code(),
        null);
  }
}
