package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.powerlist.ImportLists.HEADER;
import static org.sunlit.powerlist.ImportLists.assertNothingOf;
import static org.sunlit.powerlist.ImportLists.fresh;
import static org.sunlit.powerlist.ImportLists.list;
import static org.sunlit.powerlist.ImportLists.row;
import static org.sunlit.powerlist.Imports.imports;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.identity.Role;
import org.sunlit.testing.SignedIn;

/** Lists, files and requests that an import does not take, and what it says of them. */
@QuarkusTest
class ImportRefusalsApiTest {
  @TestHTTPResource("/")
  URI root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          事项名称 |                      | 不能为空
          事项编码 |                      | 不能为空
          事项编码 | A 1                  | 编码只能含字母、数字和 . _ : ~ -，并以字母或数字开头
          事项类型 |                      | 不能为空
          事项类型 | 行政许诺             | 无法识别；可用的值：行政许可、行政处罚、行政强制、行政征收、行政给付、行政检查、行政确认、行政奖励、行政裁决、其他行政权力、公共服务
          部门     |                      | 不能为空
          区划代码 | 98010                | 应为有效的区划代码（6、9 或 12 位数字，市、县、乡、村四级）
          区划代码 | 980101000201         | 应为有效的区划代码（6、9 或 12 位数字，市、县、乡、村四级）
          法定时限 | 二十天               | 应为数字加单位，例如 20个工作日、30自然日、4小时、即办
          法定时限 | -3                   | 应为数字加单位，例如 20个工作日、30自然日、4小时、即办
          法定时限 | 4000                 | 不能大于 3650
          承诺时限 | 21                   | 承诺时限21个工作日长于法定时限20个工作日
          生效日期 | 2026-02-30           | 这一天不存在
          生效日期 | 明天                 | 应为日期，例如 2026-03-01
          办件类型 | 上报件               | 无法识别；可用的值：即办件、承诺件
          """)
  void namesRowColumnAndValueOfWhatIsWrong(String column, String value, String detail) {
    String prefix = fresh();
    List<String> headers =
        List.of("部门", "事项名称", "事项编码", "事项类型", "区划代码", "法定时限", "承诺时限", "生效日期", "办件类型");
    List<String> good =
        List.of(prefix + "局", "甲", prefix + "-1", "行政许可", "980101", "20", "5", "2024-01-01", "承诺件");
    List<String> bad = new java.util.ArrayList<>(good);
    bad.set(2, prefix + "-2");
    bad.set(headers.indexOf(column), value == null ? "" : value);
    String file =
        String.join(",", headers) + "\n" + String.join(",", good) + "\n" + String.join(",", bad);

    JsonPath refused = imports().csv(file);

    assertEquals("refused", refused.getString("status"));
    assertEquals(1, refused.getInt("errorCount"), () -> refused.getList("errors").toString());
    assertEquals(3, refused.getInt("errors[0].row"));
    assertEquals(column, refused.getString("errors[0].column"));
    assertEquals(value, refused.getString("errors[0].value"));
    assertEquals(detail, refused.getString("errors[0].detail"));
    assertNull(refused.get("result"));
    given().get("/api/v1/power-items/" + prefix + "-1").then().statusCode(404);
  }

  @Test
  void speaksTheReadersLanguage() {
    String prefix = fresh();
    JsonPath refused = imports().in("en").csv(list(prefix).replace("户外广告设置审批", ""));
    assertEquals("Must not be empty", refused.getString("errors[0].detail"));
    String id = refused.getString("id");
    assertEquals("不能为空", imports().in("zh-CN").end(id).getString("errors[0].detail"));
    assertNothingOf(prefix);
  }

  @Test
  void namesTheOtherRowOfADuplicateCode() {
    String prefix = fresh();
    JsonPath refused = imports().csv(list(prefix) + row(prefix, "1", "又一个", "行政许可"));
    assertEquals(4, refused.getInt("errors[0].row"));
    assertEquals("事项编码", refused.getString("errors[0].column"));
    assertEquals("与第 2 行的编码重复", refused.getString("errors[0].detail"));
    assertNothingOf(prefix);
  }

  @Test
  void refusesNamesOfTenThousandCharactersAndNul() {
    String prefix = fresh();
    JsonPath refused =
        imports()
            .csv(
                HEADER
                    + row(prefix, "1", "许".repeat(10_000), "行政许可")
                    + row(prefix, "2", "许\u0000可", "行政许可")
                    + row(prefix, "3", "许".repeat(501), "行政许可")
                    + row(prefix + "x".repeat(100), "4", "许可", "行政许可")
                        .replace("x".repeat(100) + "DEP", "DEP")
                        .replace("x".repeat(100) + "城管局", "城管局"));
    assertEquals("refused", refused.getString("status"));
    assertEquals(
        List.of(
            "最多 500 个字符，实际 10000 个",
            "含有不允许的控制字符 U+0000",
            "最多 500 个字符，实际 501 个",
            "最多 100 个字符，实际 111 个"),
        refused.getList("errors.detail"));
    assertEquals("许".repeat(60) + "…", refused.getString("errors[0].value"));
    assertEquals("许␀可", refused.getString("errors[1].value"));
    assertNothingOf(prefix);
  }

  @Test
  void refusesOneDepartmentCodeWithTwoNames() {
    String prefix = fresh();
    JsonPath refused =
        imports().csv(list(prefix) + row(prefix, "3", "另一项", "行政许可").replace("城管局", "住建局"));
    assertEquals(
        "部门编码 %sDEP 在第 2 行属于“%s城管局”".formatted(prefix, prefix),
        refused.getString("errors[0].detail"));
    assertEquals("部门", refused.getString("errors[0].column"));

    imports().csv(list(prefix));
    JsonPath later = imports().csv(list(prefix).replace("城管局", "住建局"));
    assertEquals(
        "部门编码 %sDEP 已登记为“%s城管局”".formatted(prefix, prefix), later.getString("errors[0].detail"));
  }

  @Test
  void saysWhichColumnsAreMissing() {
    JsonPath refused = imports().csv("甲,乙\n1,2\n");
    assertEquals("refused", refused.getString("status"));
    assertEquals(4, refused.getInt("errorCount"));
    assertEquals(1, refused.getInt("errors[0].row"));
    assertTrue(refused.getString("errors[0].detail").startsWith("没有找到“事项编码”列"));
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    assertRefused("", "文件是空的");
    assertRefused(HEADER, "表头下面没有任何事项");
    assertRefused("%PDF-1.7\n%âãÏÓ\n1 0 obj", "这不是 CSV 或 XLSX 文件（内容识别为 application/pdf）");
    assertRefused("<html><body>x</body></html>", null);
    assertRefused(HEADER + "\"a,b\nc", "引号不配对，或引号之后有多余的字符");
    JsonPath exe = imports().file("list.xlsx", exe());
    assertEquals("refused", exe.getString("status"));
    JsonPath brokenZip = imports().file("list.xlsx", new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    assertEquals("XLSX 文件已损坏，无法读取", brokenZip.getString("errors[0].detail"));
    JsonPath zip =
        imports().file("list.xlsx", zip("a.txt", "hello".getBytes(StandardCharsets.UTF_8), 1));
    assertEquals("这不是 CSV 或 XLSX 文件（内容识别为 application/zip）", zip.getString("errors[0].detail"));
  }

  private static void assertRefused(String text, String detail) {
    JsonPath refused = imports().csv(text);
    assertEquals("refused", refused.getString("status"), text);
    if (detail != null) {
      assertEquals(detail, refused.getString("errors[0].detail"));
    }
  }

  private static byte[] exe() {
    byte[] exe = new byte[4096];
    exe[0] = 'M';
    exe[1] = 'Z';
    exe[0x3C] = (byte) 0x80;
    exe[0x80] = 'P';
    exe[0x81] = 'E';
    return exe;
  }

  private static byte[] zip(String name, byte[] content, int times) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < times; i++) {
        zip.write(content);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  @Test
  void refusesAZipBomb() throws IOException {
    byte[] bomb = zip("xl/workbook.xml", new byte[1 << 20], 500);
    assertTrue(bomb.length < 1 << 20);
    long start = System.nanoTime();
    JsonPath refused = imports().file("list.xlsx", bomb);
    assertEquals("XLSX 文件解压后过大，不予读取", refused.getString("errors[0].detail"));
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void namesTheLineOfABrokenEncoding(int broken) {
    byte[] file = list(fresh()).replace("\n设施", "设施").getBytes(StandardCharsets.UTF_8);
    int at = 0;
    for (int line = 1; line < broken; at++) {
      line += file[at] == '\n' ? 1 : 0;
    }
    while (file[at] >= 0) {
      at++;
    }
    file[at + 1] = 'x';
    JsonPath refused = imports().file("list.csv", file);
    assertEquals(broken, refused.getInt("errors[0].row"));
    assertEquals("不是有效的 UTF-8 编码，请另存为 UTF-8 后重试", refused.getString("errors[0].detail"));
  }

  @ParameterizedTest
  @CsvSource({"20971521, 20 MB", "34603008, 32 MB"})
  void refusesFilesOfMoreThanTwentyMegabytes(int size, String limit) throws Exception {
    // REST Assured would write so many bytes out one by one.
    byte[] start =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(root.resolve(Imports.PATH))
                    .header("Authorization", "Bearer " + SignedIn.as(Role.CATALOGUE_EDITOR))
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(
                        BodyPublishers.concat(
                            BodyPublishers.ofByteArray(start),
                            BodyPublishers.ofByteArray(new byte[size]),
                            BodyPublishers.ofString("\r\n--b--\r\n")))
                    .build(),
                BodyHandlers.ofString());
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("urn:sunlit:problem:too-large"), answer.body());
    assertTrue(answer.body().contains(limit), answer.body());
  }

  @Test
  void refusesARequestWithoutAFile() {
    Imports.editor()
        .multiPart("dryRun", "true")
        .post(Imports.PATH)
        .then()
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("file"));
  }

  @Test
  void refusesADayThatDoesNotExist() {
    imports()
        .with("effectiveFrom", "2026-02-30")
        .send("list.csv", list(fresh()).getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:sunlit:problem:invalid-request"))
        .body("errors.pointer", equalTo(List.of("effectiveFrom")));
  }

  @Test
  void namesTheFieldOfTheFormWithACharacterThatNobodyCanKeep() {
    imports()
        .with("regionName", "晴\u0000川")
        .send("list.csv", list(fresh()).getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("regionName")));
  }
}
