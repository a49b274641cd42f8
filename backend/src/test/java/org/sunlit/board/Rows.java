package org.sunlit.board;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.sunlit.journal.PlacedPublicRow;
import org.sunlit.journal.PublicProjection;

/** Public rows for tests. */
final class Rows {

  private Rows() {}

  static PlacedPublicRow row(long place, String caseNumber, String state) {
    return row(place, caseNumber, state, "990101001000", "mar");
  }

  static PlacedPublicRow row(
      long place, String caseNumber, String state, String regionCode, String departmentCode) {
    return new PlacedPublicRow(
        place,
        new PublicProjection(
            caseNumber,
            "MAR-LIC-01",
            "食品经营许可",
            "Food business licence",
            departmentCode,
            "晴川市市场监督管理局",
            null,
            regionCode,
            "promised",
            state,
            "review",
            "审核",
            null,
            "王**",
            Instant.parse("2026-11-20T01:05:00Z"),
            Instant.parse("2026-11-30T15:59:59Z"),
            null,
            null));
  }

  static Shown shown(long place, String caseNumber, String state) {
    return new Shown(
        row(place, caseNumber, state),
        ("{\"place\":" + place + "}").getBytes(StandardCharsets.UTF_8));
  }
}
