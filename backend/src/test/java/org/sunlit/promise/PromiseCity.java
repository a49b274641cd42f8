package org.sunlit.promise;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.identity.Role;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.powerlist.BreachConsequence;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialForm;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.powerlist.PromiseTerms;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SampleItem;
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

  /** A theme of the first and the third. */
  static final String TOGETHER = "promise-together";

  private static final String CITY = "990400000000";
  static final String SUPERVISOR = SignedIn.nameOf(Role.SUPERVISOR);

  private final Founding founding;
  private final Desk desk = new Desk(SignedIn::token);
  private boolean founded;
  private int people;

  PromiseCity(Founding founding) {
    this.founding = founding;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    founding.publish(
        List.of(Founding.city(CITY, "承诺市")),
        List.of(Founding.department("prm", "承诺局", CITY), Founding.department("prx", "旁局", CITY)),
        List.of(
            item(HOLDS, 10, terms(BreachConsequence.HOLD, false)),
            item(ENDS, 5, terms(BreachConsequence.END, false)),
            item(CONDITIONS, null, terms(BreachConsequence.HOLD, true))));
    founding.publish(
        TOGETHER,
        new JointTheme(
            "一并承诺",
            null,
            null,
            null,
            "prm",
            CITY,
            3,
            false,
            List.of(),
            List.of(
                new JointTheme.Part(HOLDS, List.of(), null),
                new JointTheme.Part(CONDITIONS, List.of(), null)),
            List.of()));
    Founding.employ("prm", "prx");
    SignedIn.as(Role.SUPERVISOR);
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

  private static SampleItem item(String code, Integer lateDays, PromiseTerms terms) {
    return SampleItem.of("prm", code, CITY)
        .named("承诺事项")
        .asking(List.of(material("M1", "申请书", null), material("M2", "平面图", lateDays)))
        .promising(terms)
        .within(20, 15, "four-step");
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

  RequestSpecification as(String account) {
    return desk.as(account);
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
    application.put("materials", List.of(Map.of("code", "M1", "uploadId", Api.upload())));
    return application;
  }

  static Map<String, Object> signed(String... late) {
    return new HashMap<>(Map.of("version", "1-1", "signedName", "承诺小店", "late", List.of(late)));
  }

  static Response apply(Map<String, Object> application) {
    return Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(application)
        .post("/api/v1/applications");
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
      return Api.contract().body(holder()).post("/api/v1/promises/lookups");
    }

    Response ask(Map<String, Object> request) {
      return ask(request, Api.key());
    }

    Response ask(Map<String, Object> request, String key) {
      return Api.contract()
          .header("Idempotency-Key", key)
          .body(Map.of("holder", holder(), "request", request))
          .post("/api/v1/promises/requests");
    }

    Response handIn() {
      return ask(
          Map.of(
              "kind",
              "handIn",
              "materials",
              List.of(Map.of("code", "M2", "uploadId", Api.upload()))));
    }

    Response track() {
      return Api.contract().body(holder()).post("/api/v1/tracking");
    }
  }

  /** Something done to a case in one of its steps. */
  Response step(String account, Held held, String action, Map<String, Object> command) {
    return desk.act(account, held.number(), action, command);
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
        .header("Idempotency-Key", Api.key())
        .header("If-Match", promise(SUPERVISOR, held).getHeader("ETag"))
        .body(command)
        .post("/api/v1/cases/" + held.number() + "/promise/actions/" + action);
  }
}
