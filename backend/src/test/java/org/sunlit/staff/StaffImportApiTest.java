package org.sunlit.staff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.sunlit.staff.StaffCity.as;
import static org.sunlit.staff.StaffCity.cityAdministrator;
import static org.sunlit.staff.StaffCity.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.staff.StaffCity.Asker;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
class StaffImportApiTest {
  private static final String HEADERS = "账号,姓名,部门,区划代码,角色,岗位,B岗账号\n";

  @Inject StaffCity city;

  private final Asker administrator = as(cityAdministrator());
  private String one;
  private String other;

  @BeforeEach
  void found() {
    city.found();
    one = "im." + UUID.randomUUID().toString().substring(0, 12);
    other = "im." + UUID.randomUUID().toString().substring(0, 12);
  }

  @Test
  void bringsPeopleInWithTheirPostsAndTheirCodes() {
    take(administrator, utf8(list()), false)
        .statusCode(200)
        .body("applied", is(true))
        .body("created", is(2))
        .body("people.activationCode", everyItem(matchesPattern("(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}")));

    administrator
        .get("/staff/people/" + one)
        .then()
        .body("department.code", is("sfa"))
        .body("roles", contains("windowClerk"))
        .body("holdings[0].code", is("window"))
        .body("holdings[0].part", is("A"))
        .body("holdings[0].acting", is(true))
        .body("holdings[0].others[0].account", is(other))
        .body("holdings[0].others[0].part", is("B"));
    take(administrator, utf8(list()), false).body("unchanged", is(2)).body("created", is(0));
  }

  @Test
  void readsEnglishHeadersAndSpreadsheets() throws IOException {
    take(administrator, spreadsheet(), false)
        .statusCode(200)
        .body("errors", empty())
        .body("created", is(1));

    administrator.get("/staff/people/" + one).then().body("roles", contains("reviewer"));
  }

  @Test
  void readsWhatExcelWritesOnAChineseWindows() {
    take(administrator, list().getBytes(Charset.forName("GB18030")), true)
        .statusCode(200)
        .body("errors", empty())
        .body("created", is(2));
  }

  @Test
  void triesAListWithoutTakingIt() {
    take(administrator, utf8(list()), true)
        .body("applied", is(false))
        .body("created", is(2))
        .body("people.activationCode", everyItem(nullValue()));

    administrator.get("/staff/people/" + one).then().statusCode(404);
  }

  @Test
  void saysWhatIsWrongInWhichRowAndColumnAndTakesNothing() {
    String list =
        HEADERS
            + one
            + ",张一,人员甲局,990300000000,窗口受理人员,窗口受理岗,\n"
            + other
            + ",,人员丙局,990300000000,飞行员,window,\n";

    take(administrator, utf8(list), false)
        .statusCode(200)
        .body("applied", is(false))
        .body("errorCount", is(2))
        .body("errors.row", contains(3, 3))
        .body("errors.column", contains("姓名", "角色"));
    take(administrator, utf8(list.replace(",,", ",李二,").replace("飞行员", "审核人员")), false)
        .body("applied", is(false))
        .body("errors", hasSize(1))
        .body("errors[0].row", is(3))
        .body("errors[0].column", is("部门"))
        .body("errors[0].value", is("人员丙局"));

    administrator.get("/staff/people/" + one).then().statusCode(404);
  }

  @Test
  void namesTheColumnThatIsMissingAndTheAccountThatComesTwice() {
    take(administrator, utf8("账号,姓名\nx.y,张\n"), true)
        .body("errors[0].row", is(1))
        .body("errors[0].detail", containsString("roles"));
    String row = one + ",张一,人员甲局,990300000000,窗口受理人员,,\n";
    take(administrator, utf8(HEADERS + row + row), true)
        .body("errors[0].row", is(3))
        .body("errors[0].detail", containsString("row 2"));
  }

  @Test
  void takesFromAnAdministratorOfADepartmentOnlyItsOwnPeople() {
    take(as(person("sfb", null, Role.ADMINISTRATOR)), utf8(list()), false)
        .body("applied", is(false))
        .body("errors[0].row", is(2))
        .body("errors[0].column", is("部门"));
  }

  @Test
  void takesIdentityNumbersAndRepeatsNone() {
    String rows = "账号,姓名,部门,区划代码,角色,身份证号\n" + one + ",张一,sfa,990300000000,窗口受理人员,";
    String wrong = "110105194912310021";

    take(administrator, utf8(rows + wrong + "\n"), true)
        .body("applied", is(false))
        .body("errors[0].column", is("身份证号"))
        .body("errors[0].value", nullValue())
        .body(not(containsString(wrong)));
    take(administrator, utf8(rows + "11010519491231002X\n"), false)
        .body("created", is(1))
        .body(not(containsString("1949123100")));

    administrator.get("/staff/people/" + one).then().body("identityKnown", is(true));
  }

  private String list() {
    return HEADERS
        + one
        + ",张一,人员甲局,990300000000,窗口受理人员,窗口受理岗,"
        + other
        + "\n"
        + other
        + ",张二,sfa,人员市,windowClerk,,\n";
  }

  private byte[] spreadsheet() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Sunlit", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Staff");
      String[][] cells = {
        {"Account", "Name", "English name", "Department", "Region", "Roles", "Posts"},
        {one, "张一", "Zhang Yi", "sfa", "990300000000", "reviewer", "reviewer; expert"}
      };
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < cells[row].length; column++) {
          sheet.value(row, column, cells[row][column]);
        }
      }
    }
    return file.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ValidatableResponse take(Asker by, byte[] file, boolean dryRun) {
    return given()
        .filter(ContractFilter.answers())
        .header("Authorization", "Bearer " + by.token())
        .header("Accept-Language", "en")
        .multiPart("file", "staff.csv", file, "application/octet-stream")
        .multiPart("dryRun", String.valueOf(dryRun))
        .post("/api/v1/staff/imports")
        .then();
  }
}
