package org.sunlit.staff;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.sunlit.staff.StaffApiTest.change;
import static org.sunlit.staff.StaffCity.as;
import static org.sunlit.staff.StaffCity.cityAdministrator;
import static org.sunlit.staff.StaffCity.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.staff.StaffCity.Asker;

/** What is done to people and posts, in the record of changes. */
@QuarkusTest
class StaffChangesApiTest {
  private static final String RECORD = "/administration/changes?subject=";
  private static final String OLDER = "/staff/changes?subject=";

  @Inject StaffCity city;

  private final Asker administrator = as(cityAdministrator());

  private StaffAccount clerk;

  @BeforeEach
  void changesSomebody() {
    city.found();
    clerk = person("sfa", null, Role.WINDOW_CLERK);
    as(clerk);
    change(administrator, clerk, Map.of("title", "科长")).then().statusCode(200);
  }

  @Test
  void saysWhatItWasAndIs() {
    ValidatableResponse record = found(administrator, RECORD, 1);
    String effectiveAt = record.extract().path("items[0].effectiveAt");
    record
        .body("items[0].action", is("personChanged"))
        .body("items[0].kind", is("person"))
        .body("items[0].effectiveFrom", is(effectiveAt.substring(0, 10)))
        .body("items[0].fields", hasSize(1))
        .body("items[0].fields[0].field", is("title"))
        .body("items[0].fields[0].before", empty())
        .body("items[0].fields[0].after", contains("科长"));
  }

  @Test
  void saysTheSameAtItsOlderAddress() {
    Integer id = found(administrator, RECORD, 1).extract().path("items[0].id");
    found(administrator, OLDER, 1)
        .body("items[0].id", is(id))
        .body("items[0].action", is("personChanged"))
        .body("items[0].subjectId", is(clerk.account()))
        .body("items[0].changes[0].field", is("title"))
        .body("items[0].changes[0].before", empty())
        .body("items[0].changes[0].after", contains("科长"));
  }

  @Test
  void showsNobodyWhatIsNotTheirs() {
    Asker elsewhere = as(person("sfb", null, Role.ADMINISTRATOR));
    found(elsewhere, RECORD, 0);
    found(elsewhere, OLDER, 0);
    Asker editor = as(person(null, null, Role.CATALOGUE_EDITOR));
    found(editor, RECORD, 0);
    editor.get(OLDER + clerk.account()).then().statusCode(403);
    found(as(person("sfa", null, Role.ADMINISTRATOR)), RECORD, 1);
    found(as(person(null, null, Role.SUPERVISOR)), RECORD, 1);
  }

  @Test
  void isLookedThroughByKindAndDepartment() {
    String mine = "/administration/changes?limit=100&department=";
    administrator
        .get(mine + "sfa&kind=person")
        .then()
        .statusCode(200)
        .body("items.kind", everyItem(is("person")))
        .body("items.subject", hasItem(clerk.account()))
        .body("total", greaterThan(0));
    administrator
        .get(mine + "sfb")
        .then()
        .statusCode(200)
        .body("items.subject", not(hasItem(clerk.account())));
    administrator.get(mine + "sfa&kind=item").then().statusCode(200).body("total", is(0));
  }

  private ValidatableResponse found(Asker reader, String path, int total) {
    return reader
        .get(path + clerk.account())
        .then()
        .statusCode(200)
        .body("total", is(total))
        .body("items", hasSize(total));
  }
}
