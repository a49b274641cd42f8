package org.sunlit.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextColumnsTest {

  @Test
  void padsEachColumnToItsWidthInCells() throws Exception {
    assertEquals(
        "09:05 20261120-000001-7   食品经营许可     已办结  ",
        line("time:5,number:19,item:16,state:8", "granted"));
  }

  @Test
  void cutsAColumnThatIsTooLongWithoutHalvingACharacter() throws Exception {
    assertEquals("食品 ", line("item:5", "granted"));
  }

  @Test
  void takesAsManyBytesInGb18030AsCellsOnTheScreen() throws Exception {
    String line = line("time:5,number:19,item:16,state:8", "granted");

    assertEquals(5 + 1 + 19 + 1 + 16 + 1 + 8, line.getBytes(Charset.forName("GB18030")).length);
  }

  @Test
  void givesAColumnItsUsualWidthWhenNoneIsNamed() throws Exception {
    assertEquals("办理中  ", line("state", "inProgress"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "item:0",
        "item:-1",
        "item:1000",
        "item:x",
        "item:5,",
        ",,",
        "item;5"
      })
  void refusesWhatItCannotRead(String specification) {
    assertThrows(TextColumns.Unreadable.class, () -> TextColumns.parse(specification));
  }

  private static String line(String specification, String state) throws Exception {
    return TextColumns.parse(specification).line(Rows.row(1, "20261120-000001-7", state));
  }
}
