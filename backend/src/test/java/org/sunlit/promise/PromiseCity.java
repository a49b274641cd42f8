package org.sunlit.promise;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.powerlist.BreachConsequence;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemContent;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.ItemPublisher;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialForm;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.powerlist.PromiseTerms;
import org.sunlit.powerlist.Publication;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.ServiceFor;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** A department whose items take promises, and one beside it. */
@ApplicationScoped
class PromiseCity {
  /** M2 may come late by ten working days; a breach holds the case. */
  static final String HOLDS = "PRM-LIC-01";

  /** M2 may come late by five working days; a breach ends the case. */
  static final String ENDS = "PRM-LIC-02";

  /** Conditions are promised in place of M2, and checked within thirty days. */
  static final String CONDITIONS = "PRM-LIC-03";

  private static final String CITY = "990400000000";
  private static final byte[] PDF =
      "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ItemPublisher publisher;
  private final Map<String, String> tokens = new HashMap<>();
  private boolean founded;
  private int people;

  PromiseCity(ItemPublisher publisher) {
    this.publisher = publisher;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    publisher
        .publish(
            Publication.of(
                List.of(new RegionDraft(CITY, "承诺市", null, RegionLevel.CITY, null)),
                List.of(department("prm", "承诺局"), department("prx", "旁局")),
                List.of(
                    item(HOLDS, 10, terms(BreachConsequence.HOLD, false)),
                    item(ENDS, 5, terms(BreachConsequence.END, false)),
                    item(CONDITIONS, null, terms(BreachConsequence.HOLD, true))),
                LocalDate.of(2024, 1, 1)))
        .await()
        .atMost(PATIENCE);
    for (String department : List.of("prm", "prx")) {
      for (String post : List.of("window", "reviewer", "approver")) {
        tokens.put(department + "." + post, SignedIn.as(person(department, post)));
      }
    }
    tokens.put("supervisor", SignedIn.as(Role.SUPERVISOR));
    founded = true;
  }

  private static PromiseTerms terms(BreachConsequence breach, boolean conditions) {
    return new PromiseTerms(
        conditions ? List.of("有与经营规模相适应的场所") : null,
        null,
        conditions ? List.of("M2") : null,
        conditions ? new Limit(30, LimitUnit.CALENDAR_DAYS) : null,
        breach,
        null,
        null);
  }

  private static StaffAccount person(String department, String post) {
    Role role =
        switch (post) {
          case "window" -> Role.WINDOW_CLERK;
          case "reviewer" -> Role.REVIEWER;
          default -> Role.APPROVER;
        };
    return new StaffAccount(
        department + "." + post,
        "承" + department + post,
        null,
        null,
        department,
        null,
        null,
        Set.of(role),
        Set.of(post));
  }

  private static DepartmentDraft department(String code, String name) {
    return new DepartmentDraft(
        code, name, null, null, null, CITY, null, null, null, null, null, null);
  }

  private static ItemDraft item(String code, Integer lateDays, PromiseTerms terms) {
    ItemContent content =
        new ItemContent(
            "承诺事项" + code,
            null,
            null,
            Category.LICENCE,
            "prm",
            CITY,
            RegionLevel.CITY,
            ItemStatus.IN_FORCE,
            null,
            null,
            null,
            Handling.PROMISED,
            new Limit(20, LimitUnit.WORKING_DAYS),
            new Limit(15, LimitUnit.WORKING_DAYS),
            4,
            0,
            ServiceFor.BOTH,
            null,
            List.of(),
            List.of(),
            List.of(material("M1", "申请书", null), material("M2", "平面图", lateDays)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            terms);
    return new ItemDraft(code, null, content, flow());
  }

  private static Material material(String code, String name, Integer lateDays) {
    return new Material(
        code,
        name,
        null,
        MaterialForm.ELECTRONIC,
        1,
        MaterialSource.APPLICANT,
        true,
        lateDays != null,
        null,
        lateDays == null ? null : new Limit(lateDays, LimitUnit.WORKING_DAYS));
  }

  private static FlowDefinition flow() {
    try (InputStream in = PromiseCity.class.getResourceAsStream("/demo/flows/four-step.json")) {
      return FlowJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static RequestSpecification api() {
    return RestAssured.given().filter(ContractFilter.both()).contentType(ContentType.JSON);
  }

  RequestSpecification as(String account) {
    return api().header("Authorization", "Bearer " + tokens.get(account));
  }

  static String key() {
    return "test-" + UUID.randomUUID();
  }

  static String upload() {
    return RestAssured.given()
        .filter(ContractFilter.answers())
        .multiPart("file", "file.pdf", PDF, "application/octet-stream")
        .post("/api/v1/uploads")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A social credit code (GB 32100) that nobody had before. */
  synchronized String newcomer() {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    String first = String.format("91990400MA%07d", ++people);
    int sum = 0;
    for (int place = 0; place < 17; place++) {
      sum += alphabet.indexOf(first.charAt(place)) * weights[place];
    }
    return first + alphabet.charAt((31 - sum % 31) % 31);
  }

  /** What is applied with; the promise is added by who wants one. */
  static Map<String, Object> application(String item, String creditCode) {
    Map<String, Object> application = new HashMap<>();
    application.put("itemCode", item);
    application.put(
        "applicant",
        new HashMap<>(
            Map.of(
                "kind",
                "organisation",
                "name",
                "承诺小店",
                "phone",
                "13812345678",
                "identityNumber",
                creditCode)));
    application.put("materials", List.of(Map.of("code", "M1", "uploadId", upload())));
    return application;
  }

  static Map<String, Object> signed(String... late) {
    return new HashMap<>(Map.of("version", "1-1", "signedName", "承诺小店", "late", List.of(late)));
  }

  static Response apply(Map<String, Object> application) {
    return api().header("Idempotency-Key", key()).body(application).post("/api/v1/applications");
  }

  /** A new case with M2 promised to come late. */
  Held promised(String item, String creditCode) {
    Map<String, Object> application = application(item, creditCode);
    application.put("promise", signed("M2"));
    return held(apply(application));
  }

  static Held held(Response receipt) {
    receipt.then().statusCode(201);
    return new Held(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  /** A case by what its applicant holds. */
  record Held(String number, String code) {
    Map<String, Object> holder() {
      return Map.of("caseNumber", number, "trackingCode", code);
    }

    Response open() {
      return api().body(holder()).post("/api/v1/promises/lookups");
    }

    Response ask(Map<String, Object> request) {
      return ask(request, key());
    }

    Response ask(Map<String, Object> request, String key) {
      return api()
          .header("Idempotency-Key", key)
          .body(Map.of("holder", holder(), "request", request))
          .post("/api/v1/promises/requests");
    }

    Response handIn() {
      return ask(
          Map.of(
              "kind", "handIn", "materials", List.of(Map.of("code", "M2", "uploadId", upload()))));
    }

    Response track() {
      return api().body(holder()).post("/api/v1/tracking");
    }
  }

  /** Something done to a case in one of its steps. */
  Response step(String account, Held held, String action, Map<String, Object> command) {
    String tag = as(account).get("/api/v1/cases/" + held.number()).getHeader("ETag");
    Map<String, Object> body = new HashMap<>(command);
    body.putIfAbsent("confirmedRisk", true);
    return as(account)
        .header("Idempotency-Key", key())
        .header("If-Match", tag)
        .body(body)
        .post("/api/v1/cases/" + held.number() + "/actions/" + action);
  }

  Held accepted(Held held) {
    step("prm.window", held, "accept", Map.of()).then().statusCode(200);
    return held;
  }

  Held granted(Held held) {
    step("prm.reviewer", held, "advance", Map.of()).then().statusCode(200);
    step("prm.approver", held, "decide", Map.of("decision", "grant")).then().statusCode(200);
    step("prm.window", held, "close", Map.of()).then().statusCode(200);
    return held;
  }

  Response promise(String account, Held held) {
    return as(account).get("/api/v1/cases/" + held.number() + "/promise");
  }

  /** Something done to a promise. */
  Response act(String account, Held held, String action, Map<String, Object> command) {
    return as(account)
        .header("Idempotency-Key", key())
        .header("If-Match", promise("supervisor", held).getHeader("ETag"))
        .body(command)
        .post("/api/v1/cases/" + held.number() + "/promise/actions/" + action);
  }
}
