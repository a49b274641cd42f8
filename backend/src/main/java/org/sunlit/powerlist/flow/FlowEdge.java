package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One way out of a step: the outcome that takes it and where it leads.
 *
 * @param from the step left
 * @param to the step entered
 * @param outcome {@code pass}, {@code reject}, {@code return} or a named choice such as {@code
 *     hearing}
 * @param label what the diagram says on it in Chinese, or null
 * @param labelEn the same in English, or null
 */
public record FlowEdge(
    @JsonProperty(required = true) String from,
    @JsonProperty(required = true) String to,
    @JsonProperty(required = true) String outcome,
    String label,
    String labelEn) {
  /** The step is done and the case goes on. */
  public static final String PASS = "pass";

  /** The case ends without what was asked for. */
  public static final String REJECT = "reject";

  /** The case goes back to be done again (退回), because something was wrong. */
  public static final String RETURN = "return";

  /** What lies between is done once more, as it is meant to be, such as a yearly inspection. */
  public static final String REPEAT = "repeat";

  /**
   * How the outcomes of a fork begin, which nobody chooses: {@code branch-fire}, {@code branch-2}.
   */
  public static final String BRANCH = "branch-";

  public FlowEdge {
    Texts.requireStepId(from, "from");
    Texts.requireStepId(to, "to");
    Texts.requireCode(outcome, "outcome");
    Texts.requireTextOrNull(label, "label");
    Texts.requireTextOrNull(labelEn, "labelEn");
    if ((label == null) != (labelEn == null)) {
      throw new IllegalArgumentException("label and labelEn are given together or not at all");
    }
  }

  /** The same way between other steps: a copy of it in the flow that runs. */
  FlowEdge between(String otherFrom, String otherTo) {
    return new FlowEdge(otherFrom, otherTo, outcome, label, labelEn);
  }

  /** Whether this edge sends a case back. */
  @JsonIgnore
  public boolean isReturn() {
    return outcome.equals(RETURN);
  }

  /** Whether this edge leads to an earlier step, which only returns and repetitions may. */
  @JsonIgnore
  public boolean isBackward() {
    return isReturn() || outcome.equals(REPEAT);
  }

  /** What the diagram says on this edge; empty when nothing needs saying. */
  public String label(FlowLanguage language) {
    if (label != null) {
      return language.pick(label, labelEn);
    }
    return switch (outcome) {
      case PASS -> "";
      case REJECT -> language.pick("不通过", "Refused");
      case RETURN -> language.pick("退回", "Return");
      case REPEAT -> language.pick("再次办理", "Once more");
      default -> outcome.startsWith(BRANCH) ? "" : outcome;
    };
  }
}
