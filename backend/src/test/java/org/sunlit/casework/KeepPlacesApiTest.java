package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.Api;

/** 便民服务中心、代办点: places that are found, checked, and keep a register. */
@QuarkusTest
class KeepPlacesApiTest extends DelegationSteps {
  @Inject AgroalDataSource database;

  @Test
  void everybodyFindsWhereToGo() {
    Api.contract()
        .queryParam("q", "上闸")
        .get("/api/v1/places")
        .then()
        .statusCode(200)
        .body("items.code", hasItem(ROOM))
        .body("items[0].address", is("测试路1号"));
    Api.contract()
        .queryParam("item", CaseCity.LICENCE)
        .queryParam("region", "990101000000")
        .get("/api/v1/places")
        .then()
        .body("items.code", hasItems(CENTRE, ROOM))
        .body("items.code", not(hasItem(OTHER_CENTRE)));
    Api.contract()
        .get("/api/v1/places/" + CENTRE)
        .then()
        .statusCode(200)
        .body("place.offers", greaterThanOrEqualTo(3))
        .body("offers.find { it.itemCode == 'TST-LIC-01' }.collect", is(true))
        .body("offers.find { it.itemCode == 'TST-PAY-01' }.own", is(true));
    Api.contract().get("/api/v1/places/none").then().statusCode(404);
    Response first = Api.contract().queryParam("limit", 1).get("/api/v1/places");
    Api.contract()
        .queryParam("limit", 1)
        .queryParam("cursor", first.<String>path("nextCursor"))
        .get("/api/v1/places")
        .then()
        .body("items", hasSize(1))
        .body("items[0].code", not(is(first.<String>path("items[0].code"))));
    Api.anything().get("/api/v1/places?cursor=%21%21").then().statusCode(400);
    Map<String, Object> form = form("villageRoom", CaseCity.TOWNSHIP, "错的");
    manage()
        .header("If-Match", "\"0\"")
        .body(form)
        .put("/api/v1/places/wrong")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/regionCode"));
  }

  @Test
  void aVillageRoomIsCheckedAndKeepsItsRegister() throws SQLException {
    Map<String, Object> check =
        Map.of("checkedOn", TODAY.toString(), "met", List.of("sign", "premises"));
    city.as("agent.a")
        .body(check)
        .post("/api/v1/places/" + ROOM + "/checks")
        .then()
        .statusCode(403);
    city.as("township.b")
        .body(check)
        .post("/api/v1/places/" + ROOM + "/checks")
        .then()
        .statusCode(404);
    city.as("township.a")
        .body(check)
        .post("/api/v1/places/" + ROOM + "/checks")
        .then()
        .statusCode(201)
        .body("complete", is(false))
        .body("met", contains("premises", "sign"));
    Api.contract()
        .get("/api/v1/places/" + ROOM)
        .then()
        .body("place.standard.complete", is(false))
        .body("place.standard.checkedOn", is(TODAY.toString()));

    Map<String, Object> entry =
        Map.of("way", "visit", "who", "郑重其事老伯", "matter", "问低保", "done", "给了指南");
    city.as("agent.b")
        .body(entry)
        .post("/api/v1/places/" + ROOM + "/duty-entries")
        .then()
        .statusCode(404);
    city.as("supervisor")
        .body(entry)
        .post("/api/v1/places/" + ROOM + "/duty-entries")
        .then()
        .statusCode(403);
    city.as("agent.a")
        .body(entry)
        .post("/api/v1/places/" + ROOM + "/duty-entries")
        .then()
        .statusCode(201)
        .body("who", is("郑重其事老伯"));
    String register = "/api/v1/places/" + ROOM + "/duty-entries";
    city.as("agent.a").get(register).then().statusCode(200).body("items.matter", hasItem("问低保"));
    city.as("supervisor")
        .get(register)
        .then()
        .statusCode(200)
        .body("items.who", hasItem("郑重其事老伯"))
        .body("readings.byName", hasItem("代办员agent.a"));
    // Not even the township above reads a village's register.
    city.as("township.a").get(register).then().statusCode(404);
    city.as("agent.b").get(register).then().statusCode(404);
    city.as("tst.window").get(register).then().statusCode(403);
    try (Connection connection = database.getConnection()) {
      assertEquals(List.of(), DatabaseScan.find(connection, List.of("郑重其事老伯")));
    }
    Map<String, Object> elsewhere = new HashMap<>(entry);
    elsewhere.put(
        "caseNumber", CaseCity.beginIn(CaseCity.WELFARE, CaseCity.OTHER_TOWNSHIP).number());
    city.as("agent.a").body(elsewhere).post(register).then().statusCode(422);
  }

  @Test
  void departmentsHaveLiaisonOfficers() {
    Map<String, Object> draft =
        Map.of("departmentCode", "tst", "account", "tst.reviewer", "telephone", "0999-6100200");
    manage()
        .body(Map.of("departmentCode", "tst", "account", "oth.reviewer", "telephone", "0999-1"))
        .post("/api/v1/liaison-officers")
        .then()
        .statusCode(422);
    String id =
        manage()
            .body(draft)
            .post("/api/v1/liaison-officers")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    manage().body(draft).post("/api/v1/liaison-officers").then().statusCode(409);
    city.as("township.a")
        .get("/api/v1/liaison-officers")
        .then()
        .statusCode(200)
        .body("find { it.id == '" + id + "' }.name", is("李reviewer"));
    manage().delete("/api/v1/liaison-officers/" + id).then().statusCode(204);
    manage().delete("/api/v1/liaison-officers/" + id).then().statusCode(404);
  }
}
