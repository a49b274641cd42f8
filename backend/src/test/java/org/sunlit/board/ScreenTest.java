package org.sunlit.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

  @ParameterizedTest
  @CsvSource({
    // the screen's region, its department, the case's region, the case's department, shown
    ",             ,    990101001201, mar, true",
    "990100000000, ,    990101001201, mar, true",
    "990100000000, ,    990200000000, mar, false",
    "990101000000, ,    990101001201, mar, true",
    "990101000000, ,    990102001201, mar, false",
    "990101001000, ,    990101001201, mar, true",
    "990101001000, ,    990101002201, mar, false",
    "990101001201, ,    990101001201, mar, true",
    "990101001201, ,    990101001202, mar, false",
    ",             mar, 990101001201, mar, true",
    ",             mar, 990101001201, hea, false",
    "990101000000, mar, 990101001201, hea, false",
  })
  void showsCasesOfItsRegionAndBelowAndOfItsDepartment(
      String region, String department, String caseRegion, String caseDepartment, boolean shown) {
    Screen screen = new Screen("s", "屏", null, "hall", region, department);

    assertEquals(
        shown,
        screen.shows(Rows.row(1, "A", "submitted", caseRegion, caseDepartment).projection()));
  }
}
