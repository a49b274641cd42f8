package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.calendar.LimitUnit.WORKING_DAYS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.calendar.Limit;

class FlowJsonTest {
  private static final String FLOW =
      """
      {"code":"f","name":"流程","nameEn":"Flow","steps":[
        {"id":"apply","kind":"submission","name":"申请","nameEn":"Application"},
        {"id":"accept","kind":"acceptance","name":"受理","nameEn":"Acceptance",
         "post":{"code":"window","name":"窗口受理岗","nameEn":"Window clerk"},
         "limit":{"amount":1,"unit":"workingDays"},
         "risks":[{"grade":"A","risk":"险","riskEn":"Risk","measure":"防","measureEn":"Measure"}]}],
       "edges":[{"from":"apply","to":"accept","outcome":"pass"}]}
      """;

  @Test
  void readsWhatWasWritten() {
    FlowDefinition flow = FlowJson.read(FLOW);
    assertEquals(flow, FlowJson.read(FlowJson.write(flow)));
    assertEquals(new Limit(1, WORKING_DAYS), flow.step("accept").limit());
    for (FlowDefinition standard : StandardFlows.all().values()) {
      assertEquals(standard, FlowJson.read(FlowJson.write(standard)));
    }
  }

  @Test
  void assumesTheOrdinary() {
    FlowDefinition flow = FlowJson.read(FLOW);
    assertEquals(0, flow.step("apply").weight());
    assertEquals(1, flow.step("accept").weight());
    assertTrue(flow.step("accept").countsTowardLimit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"code\":\"f\",            | \"code\":\"f\",\"colour\":\"red\", | /colour",
        "\"kind\":\"acceptance\",   | \"kind\":\"acceptance\",\"limt\":1, | /steps/1/limt",
        "\"kind\":\"acceptance\",   | \"kind\":\"acceptence\", | /steps/1/kind",
        "\"amount\":1               | \"amount\":-1 | /steps/1/limit",
        "\"amount\":1               | \"amount\":1.5 | /steps/1/limit/amount",
        "\"amount\":1               | \"amount\":\"1\" | /steps/1/limit/amount",
        "\"unit\":\"workingDays\"   | \"unit\":\"days\" | /steps/1/limit/unit",
        "\"grade\":\"A\"            | \"grade\":\"D\" | /steps/1/risks/0/grade",
        "\"risk\":\"险\",           | `` | /steps/1/risks/0/risk",
        "\"grade\":\"A\",           | \"grade\":\"A\",\"note\":null, | /steps/1/risks/0/note",
        "\"name\":\"受理\"            | \"name\":\"受\\u0000理\" | /steps/1",
        "\"from\":\"apply\"         | \"from\":\"Apply!\" | /edges/0",
        "\"from\":\"apply\",        | `` | /edges/0/from",
        "\"code\":\"f\",            | \"code\":\"f\",\"code\":\"g\", | ``",
      })
  void refusesWhatItDoesNotUnderstandAndSaysWhere(String right, String wrong, String pointer) {
    String text = FLOW.replace(right, wrong == null ? "" : wrong);
    FlowJsonException refused = assertThrows(FlowJsonException.class, () -> FlowJson.read(text));
    assertEquals(pointer == null ? "" : pointer, refused.pointer(), refused.getMessage());
  }

  @Test
  void refusesWhatIsNotAFlowAtAll() {
    for (String text : new String[] {"", "null", "[]", "{", FLOW + FLOW, "7"}) {
      assertThrows(FlowJsonException.class, () -> FlowJson.read(text), text);
    }
  }
}
