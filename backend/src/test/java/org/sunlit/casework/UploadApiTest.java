package org.sunlit.casework;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
class UploadApiTest {
  private static final byte[] PNG = Pictures.png(640, 480);
  private static final byte[] JPEG = Pictures.jpeg(640, 480);
  private static final byte[] EXE = new byte[1024];

  static {
    EXE[0] = 'M';
    EXE[1] = 'Z';
    EXE[0x3c] = (byte) 0x80;
    EXE[0x80] = 'P';
    EXE[0x81] = 'E';
  }

  @Inject CaseCity city;
  @Inject Uploads uploads;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void findsTheTypeInTheContentWhateverTheName() throws IOException {
    accepted("a.txt", Api.PDF, "application/pdf");
    accepted("a.exe", PNG, "image/png");
    accepted("a", JPEG, "image/jpeg");
    accepted("a.zip", zip(Map.of("OFD.xml", "<ofd/>")), "application/ofd");
    accepted("a.doc", ooxml("wordprocessingml.document"), MaterialType.DOCX.mediaType());
    accepted("a.pdf", ooxml("spreadsheetml.sheet"), MaterialType.XLSX.mediaType());
  }

  private static void accepted(String name, byte[] content, String type) {
    Api.upload(name, content)
        .then()
        .statusCode(201)
        .body("contentType", is(type))
        .body("size", is(content.length));
  }

  @Test
  void refusesAProgramThatCallsItselfAPdfAndSaysWhatItIs() {
    Api.upload("申请书.pdf", EXE)
        .then()
        .statusCode(415)
        .body("detail", containsString("application/x-"));
    Api.upload("a.pdf", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(415);
  }

  @Test
  void refusesAPlainZipADamagedOneAndOneWithMacros() throws IOException {
    Api.upload("a.docx", zip(Map.of("readme.txt", "hello"))).then().statusCode(415);
    byte[] whole = ooxml("wordprocessingml.document");
    Api.upload("a.docx", Arrays.copyOf(whole, whole.length / 2)).then().statusCode(422);
    Map<String, String> macros =
        Map.of("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml");
    Api.upload("a.docx", zip(macros)).then().statusCode(415);
  }

  @Test
  void refusesAZipBomb() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", MaterialType.XLSX.mediaType() + ".main+xml");
    entries.put("xl/worksheets/sheet1.xml", "0".repeat(64 * 1024 * 1024));
    Api.upload("a.xlsx", zip(entries)).then().statusCode(422).body("errors[0].pointer", is("file"));
  }

  @Test
  void refusesAnEmptyFileAndOneThatIsTooLarge() {
    Api.upload("a.pdf", new byte[0]).then().statusCode(422);
    byte[] large = Arrays.copyOf(Api.PDF, (int) Uploads.MOST_BYTES + 1);
    Api.upload("a.pdf", large).then().statusCode(413);
    Api.upload("a.pdf", Arrays.copyOf(Api.PDF, (int) Uploads.MOST_BYTES)).then().statusCode(201);
  }

  @Test
  void refusesAFormWithoutAFile() {
    given()
        .filter(ContractFilter.answers())
        .multiPart("other", "text")
        .post("/api/v1/uploads")
        .then()
        .statusCode(400);
    given()
        .filter(ContractFilter.answers())
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/uploads")
        .then()
        .statusCode(415);
  }

  @Test
  void forgetsAnUploadNobodyTookAfterADay() {
    String id = Api.upload();
    Begun taken = CaseCity.begin(CaseCity.LICENCE);
    clock.travelTo(Instant.now().plus(Duration.ofHours(25)));
    Map<String, Object> application = new LinkedHashMap<>(CaseCity.application(CaseCity.BARE));
    application.put("itemCode", CaseCity.LICENCE);
    application.put("materials", java.util.List.of(Map.of("code", "M1", "uploadId", id)));
    CaseCity.apply(application).then().statusCode(422);
    uploads.sweep().await().atMost(Duration.ofSeconds(20));
    clock.returnToNow();
    CaseCity.apply(application).then().statusCode(422);
    download(taken).then().statusCode(200);
  }

  @Test
  void givesAMaterialOnlyToWhoMaySeeTheCaseAndOnlyAsAnAttachment() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    Response answer = download(begun);
    answer
        .then()
        .statusCode(200)
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Disposition", endsWith("filename*=UTF-8''%E7%94%B3%E8%AF%B7%E4%B9%A6.pdf"));
    assertArrayEquals(Api.PDF, answer.asByteArray());
    String path = path(begun);
    given().get(path).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + city.token("oth.window"))
        .get(path)
        .then()
        .statusCode(404);
    Begun other = CaseCity.begin(CaseCity.LICENCE);
    given()
        .header("Authorization", "Bearer " + city.token("tst.window"))
        .get(path.replace(begun.number(), other.number()))
        .then()
        .statusCode(404);
  }

  private Response download(Begun begun) {
    return given().header("Authorization", "Bearer " + city.token("tst.window")).get(path(begun));
  }

  private String path(Begun begun) {
    String id =
        city.as("tst.window")
            .get("/api/v1/cases/" + begun.number())
            .then()
            .statusCode(200)
            .extract()
            .path("materials[0].id");
    return "/api/v1/cases/" + begun.number() + "/materials/" + id + "/content";
  }

  @Test
  void keepsOfANameWhatIsHarmless() {
    assertEquals("b.pdf", FileNames.clean("..\\..\\a/b.pdf"));
    assertEquals("ab.pdf", FileNames.clean("a\u0000\u202eb.pdf"));
    assertEquals("material", FileNames.clean("///"));
    assertEquals("material", FileNames.clean(null));
    assertEquals("htaccess", FileNames.clean(".htaccess"));
    String shortened = FileNames.clean("文".repeat(10_000) + ".pdf");
    assertEquals(200, shortened.length());
    assertEquals(".pdf", shortened.substring(196));
  }

  private static byte[] ooxml(String kind) throws IOException {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument." + kind + ".main+xml"));
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
