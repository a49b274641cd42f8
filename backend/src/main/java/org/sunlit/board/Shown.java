package org.sunlit.board;

import java.util.Arrays;
import org.sunlit.journal.PlacedPublicRow;

/**
 * A public row with its JSON, written once and sent to everybody.
 *
 * @param json a BoardEntry of the contract, in UTF-8
 */
record Shown(PlacedPublicRow row, byte[] json) {

  long place() {
    return row.place();
  }

  String caseNumber() {
    return row.projection().caseNumber();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shown shown && row.equals(shown.row) && Arrays.equals(json, shown.json);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return row.toString();
  }
}
