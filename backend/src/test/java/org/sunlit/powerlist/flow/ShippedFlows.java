package org.sunlit.powerlist.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/** Every flow this build ships, and one harder than any of them. */
public final class ShippedFlows {
  private static final List<String> DEMO =
      List.of(
          "adjudication",
          "four-step",
          "hightech",
          "instant",
          "licence-expert",
          "licence-hearing",
          "licence-inspection",
          "licence-joint",
          "licence-notice",
          "licence-public-hearing",
          "penalty",
          "st-award",
          "st-project",
          "welfare");

  private ShippedFlows() {}

  static List<FlowDefinition> all() {
    List<FlowDefinition> flows = new ArrayList<>(StandardFlows.all().values());
    DEMO.forEach(code -> flows.add(read(code)));
    return flows.stream().map(f -> f.fittedTo(new Limit(20, LimitUnit.WORKING_DAYS))).toList();
  }

  static List<FlowDefinition> andAHardOne() {
    List<FlowDefinition> flows = new ArrayList<>(all());
    flows.add(hard());
    return flows;
  }

  /** Long names, three returns over one another, a choice, markup in the texts. */
  static FlowDefinition hard() {
    return Flows.flow()
        .step("apply", StepKind.SUBMISSION)
        .step("accept", StepKind.ACCEPTANCE)
        .step("review", StepKind.REVIEW)
        .step("hearing", StepKind.HEARING)
        .step("approve", StepKind.APPROVAL)
        .step("issue", StepKind.ISSUANCE)
        .step("closed", StepKind.CLOSURE)
        .step("not-accepted", StepKind.TERMINATION)
        .step("refused", StepKind.TERMINATION)
        .named("apply", "申请人通过政务服务网、移动端或者窗口提出书面申请", "Application in writing by any way")
        .named("accept", "受理并出具受理通知书（含一次性补正告知）", "Acceptance <with> notice & \"list\"")
        .named("review", "对申请材料的真实性、合法性、完整性进行实质审查", "Substantive review of materials")
        .named("hearing", "听证", "Donaudampfschifffahrtsgesellschaftskapitaensmuetze")
        .named("not-accepted", "不予受理并告知救济途径", "Not accepted, remedies explained")
        .notCounting("hearing", "行政许可法第四十五条")
        .edge("apply", "accept", "pass")
        .edge("accept", "review", "pass")
        .edge("accept", "not-accepted", "reject")
        .edge("review", "approve", "pass")
        .edge("review", "hearing", "hearing")
        .edge("hearing", "approve", "pass")
        .edge("hearing", "accept", "return")
        .edge("approve", "issue", "pass")
        .edge("approve", "refused", "reject")
        .edge("approve", "review", "return")
        .edge("issue", "closed", "pass")
        .edge("issue", "accept", "return")
        .build();
  }

  public static FlowDefinition read(String code) {
    return FlowJson.readWritten(text(code)).running();
  }

  /** A flow's file: one of those that are shipped, or one that only tests have. */
  public static String text(String code) {
    InputStream shipped = ShippedFlows.class.getResourceAsStream("/demo/flows/" + code + ".json");
    InputStream made = ShippedFlows.class.getResourceAsStream("/flows/" + code + ".json");
    try (InputStream in = shipped == null ? made : shipped) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
