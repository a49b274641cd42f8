package org.sunlit.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.testing.SharedData;

/** Files of earlier messages, from bytes to rows, without a database. */
class EarlierTableTest {
  private static final EarlierTable.Known KNOWN =
      new EarlierTable.Known(
          Map.of("水务局", "water", "water", "water"),
          Map.of("城乡建设", "01", "城乡建设/供水", "0101"),
          Instant.parse("2026-11-30T00:00:00Z"));
  private static final String HEADERS = "编号,用户,主题,来信时间,内容,答复,答复时间,类型,部门,一级分类,二级分类\n";
  private static final String GOOD =
      "17,柳叶舟,咨询青石巷停水,2019/4/8 8:37:20,青石巷停水两天了。,柳叶舟您好，已恢复供水，联系人王芳，电话13900001111。,2019-04-10,,水务局,城乡建设,供水\n";

  private static EarlierTable read(String rows) {
    return EarlierTable.read(
        UploadedTable.of((HEADERS + rows).getBytes(StandardCharsets.UTF_8)), KNOWN);
  }

  @Test
  void whatLooksPersonalIsBlottedOut() {
    EarlierTable table = read(GOOD);

    EarlierRow row = table.rows().get(0);
    assertEquals("＊＊＊您好，已恢复供水，联系人＊＊＊，电话＊＊＊。", row.text().answer());
    assertEquals(3, table.marked());
    assertEquals(ComplaintKind.ENQUIRY, row.kind());
    assertEquals("water", row.department());
    assertEquals("0101", row.category());
    assertEquals(Instant.parse("2019-04-08T00:37:20Z"), row.receivedAt());
    assertEquals(Instant.parse("2019-04-09T16:00:00Z"), row.repliedAt());
  }

  @Test
  void theSameNumberIsTheSameMessage() {
    EarlierTable table = read(GOOD + GOOD.replace("停水两天", "停水三天"));

    assertEquals(1, table.rows().size());
    assertEquals(1, table.refused());
    assertEquals(List.of(Fault.of(3, "编号", "earlier.twice", 2)), table.faults());
    EarlierRow other = read(GOOD.replace("17,", ",")).rows().get(0);
    assertNotEquals(table.rows().get(0).id(), other.id());
    assertEquals(other.id(), read(GOOD.replace("17,", ",")).rows().get(0).id());
  }

  @ParameterizedTest
  @CsvSource({
    "咨询青石巷停水, '', 主题, import.required",
    "咨询青石巷停水, =HYPERLINK(1), 主题, earlier.formula",
    "咨询青石巷停水, <script>alert(1)</script>, 主题, earlier.markup",
    "青石巷停水两天了。, <img src=x onerror=alert(1)>, 内容, earlier.markup",
    "2019/4/8 8:37:20, 上月初, 来信时间, earlier.time",
    "2019/4/8 8:37:20, 2019/2/30 8:00:00, 来信时间, earlier.time",
    "2019/4/8 8:37:20, 1919/4/8 8:37:20, 来信时间, earlier.time",
    "2019-04-10, 2019-04-07, 答复时间, earlier.answered-before",
    "2019-04-10, 2039-04-10, 答复时间, earlier.in-the-future",
    "水务局, 天文局, 部门, earlier.department-unknown",
    "供水, 供电, 一级分类, earlier.category-unknown"
  })
  void aRowIsRefusedWithItsReason(String good, String bad, String column, String reason) {
    EarlierTable table = read(GOOD + GOOD.replace("17,", "18,").replace(good, bad));

    assertEquals(List.of(Fault.of(3, column, reason)), table.faults());
    assertEquals(1, table.rows().size());
    assertFalse(
        Fault.shown(table.faults(), Language.EN).get(0).getDetail().isBlank(), "It is in words");
  }

  @Test
  void textThatOnlyLooksLikeATagIsText() {
    assertEquals(List.of(), read(GOOD.replace("青石巷停水两天了。", "见<A市供水办法>，水压 3 < 4")).faults());
  }

  @Test
  void aFileThatIsNoTableIsRefusedAsAWhole() {
    assertEquals("earlier.column-missing", fault("主题,内容\n甲,乙\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals("import.empty-file", fault(new byte[0]));
    assertEquals("import.not-a-table", fault("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)));
    assertEquals("earlier.no-rows", fault(HEADERS.getBytes(StandardCharsets.UTF_8)));
    byte[] broken = (HEADERS + GOOD + GOOD).getBytes(StandardCharsets.UTF_8);
    broken[broken.length - 40] = (byte) 0xFF;
    assertEquals("import.encoding", fault(broken));
  }

  @Test
  void aFileOfAHundredMegabytesIsNotEvenRead() {
    FileUpload large =
        (FileUpload)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FileUpload.class},
                (proxy, method, arguments) -> {
                  assertEquals("size", method.getName(), "Nothing but its size is asked for");
                  return 100L << 20;
                });

    Problem refused = assertThrows(Problem.class, () -> UploadedTable.of(large));

    assertEquals(ProblemType.TOO_LARGE, refused.type());
  }

  @Test
  void excelsOwnEncodingIsRead() {
    EarlierTable table =
        EarlierTable.read(
            UploadedTable.of((HEADERS + GOOD).getBytes(Charset.forName("GB18030"))), KNOWN);
    assertEquals("咨询青石巷停水", table.rows().get(0).text().title());
  }

  private static String fault(byte[] file) {
    EarlierTable table = EarlierTable.read(UploadedTable.of(file), KNOWN);
    assertTrue(table.rows().isEmpty());
    return table.faults().get(0).key();
  }

  @Test
  void everyRealMessageIsTakenAndNoneOfItsWritersNamed() {
    EarlierTable table =
        EarlierTable.read(UploadedTable.of(SharedData.file("complaints-with-replies.csv")), KNOWN);

    assertEquals(List.of(), table.faults());
    assertEquals(2_000, table.rows().size());
    assertTrue(
        table.rows().stream().noneMatch(row -> row.text().answer().matches("(?s).*UU\\d{5,}.*")),
        "Nobody is called by what they went by");
    assertTrue(table.marked() > 1_000, "Much of it looks personal: " + table.marked());
  }
}
