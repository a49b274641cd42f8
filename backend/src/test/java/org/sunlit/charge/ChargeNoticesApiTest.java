package org.sunlit.charge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.charge.ChargeCity.Begun;
import org.sunlit.testing.Api;

/** Whoever has to pay is told so, and that it has come (C3, B25). */
@QuarkusTest
class ChargeNoticesApiTest extends ChargeSteps {
  private static ValidatableResponse told(Begun begun) {
    return Api.contract()
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code()))
        .post("/api/v1/tracking")
        .then()
        .statusCode(200);
  }

  private static long times(Begun begun, String words) {
    List<String> texts = told(begun).extract().path("notices.text");
    return texts.stream().filter(text -> text.contains(words)).count();
  }

  @Test
  void ofWhatIsAssessedAndOfWhatCame() {
    Begun begun = city.accepted(ChargeCity.REGISTRATION);
    told(begun).body("notices.text", not(hasItem(containsString("收费已核定"))));
    city.assess("cha.window", begun.number(), ChargeCity.registrationFee()).then().statusCode(200);
    String bill = begun.bill().path("bill.billNumber");
    told(begun)
        .body("notices.text", hasItem(containsString("共80.00元，缴费单" + bill)))
        .body("notices.textEn", hasItem(containsString("come to 80.00 yuan, bill " + bill)));

    Map<String, Object> exempt = new HashMap<>(ChargeCity.registrationFee());
    exempt.put("exemption", "small");
    city.assess("cha.window", begun.number(), exempt).then().statusCode(200);
    told(begun)
        .body("notices.text", hasItem(containsString("无需缴费")))
        .body("notices.textEn", hasItem(containsString("nothing to pay")));
    city.assess("cha.window", begun.number(), ChargeCity.registrationFee()).then().statusCode(200);
    assertEquals(2, times(begun, "共80.00元"), "told of each time, and once of each");

    Response order = begun.pay();
    city.takeCash("cha.window", begun.number()).then().statusCode(201);
    told(begun)
        .body("notices.text", hasItem("缴费单" + bill + "（" + begun.number() + "）已收到80.00元，费用已缴清。"))
        .body("notices.textEn", hasItem(containsString("80.00 yuan have arrived")));
    ChargeCity.decide(order, "approve").then().statusCode(200);
    told(begun)
        .body("notices.text", hasItem(containsString("又收到80.00元")))
        .body("notices.textEn", hasItem(containsString("80.00 yuan more have arrived")));
    assertEquals(1, times(begun, "费用已缴清"));
    assertEquals(1, times(begun, "又收到"));
  }

  @Test
  void andOfWhatGoesBack() {
    Begun begun = city.assessed();
    city.takeCash("cha.window", begun.number()).then().statusCode(201);
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code(), "reason", "不办了"))
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(200);
    String payment = begun.bill().path("bill.possibleRefunds[0].paymentId");
    city.propose("cha.window", begun.number(), payment, "withdrawn").then().statusCode(201);
    assertEquals(0, times(begun, "已退费"), "before a second person has agreed");
    String request =
        city.as("cha.reviewer")
            .get("/api/v1/confirmations?limit=100")
            .path("items.find { it.subject == '%s' }.id".formatted(begun.number()));
    city.as("cha.reviewer")
        .body(Map.of())
        .post("/api/v1/confirmations/" + request + "/confirm")
        .then()
        .statusCode(200);
    told(begun)
        .body("notices.text", hasItem(containsString("（" + begun.number() + "）已退费80.00元")))
        .body("notices.textEn", hasItem(containsString("80.00 yuan have been paid back")));
  }

  @Test
  void andOfTheBillOfAJointApplicationOnce() {
    Together all = together();
    String joint = all.whole().number();
    Begun first = all.registration();
    Begun second = all.road();
    city.assess("cha.window", first.number(), ChargeCity.registrationFee()).then().statusCode(200);
    city.assess("chb.window", second.number(), ChargeCity.roadFee("10", "10"))
        .then()
        .statusCode(200);
    told(first).body("notices.text", hasItem(containsString("联合申请的其他收费一次缴纳")));
    told(second).body("notices.text", hasItems(containsString("共50.00元"), containsString("一次缴纳")));

    ChargeCity.decide(all.whole().pay(), "approve").then().statusCode(200);

    assertEquals(1, times(first, "（" + joint + "）已收到130.00元") + times(second, "已收到130.00元"));
  }
}
