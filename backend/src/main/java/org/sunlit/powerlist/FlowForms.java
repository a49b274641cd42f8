package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sunlit.api.model.FlowCallDraft;
import org.sunlit.api.model.FlowDraft;
import org.sunlit.api.model.FlowEdgeDraft;
import org.sunlit.api.model.FlowStepDraft;
import org.sunlit.api.model.SubProcessDraft;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.powerlist.flow.FlowCall;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.Post;
import org.sunlit.powerlist.flow.RiskGrade;
import org.sunlit.powerlist.flow.RiskPoint;
import org.sunlit.powerlist.flow.StepKind;
import org.sunlit.powerlist.flow.SubProcess;
import org.sunlit.powerlist.flow.WrittenFlow;

/**
 * Takes a flow from its form. A form that is being filled in is half empty: what is missing is
 * noted, and stood in for, so that the rest can be drawn and checked all the same.
 */
final class FlowForms {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_CODE = 60;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final String STAND_IN = "…";
  private static final String NOWHERE = "nowhere";

  /**
   * Something that is missing or can't be taken.
   *
   * @param pointer where in the form (RFC 6901)
   * @param stepIds the steps it concerns
   * @param messageKey a key of the {@code problems} bundles
   * @param args fill its text
   */
  record Issue(String pointer, List<String> stepIds, String messageKey, List<Object> args) {}

  /** The flow as far as it can be taken, and what can't. */
  record Read(FlowDefinition flow, List<Issue> issues) {}

  private final List<Issue> issues = new ArrayList<>();
  private String at = "";
  private List<String> concerned = List.of();

  private FlowForms() {}

  /**
   * Reads a form.
   *
   * @param code what the flow is known by
   */
  static Read read(FlowDraft form, String code) {
    return new FlowForms().take(form, code);
  }

  /** A sub-process as far as it can be taken, and what can't. */
  record ReadPart(SubProcess part, List<Issue> issues) {}

  /** Reads the form of a sub-process that stands by itself. */
  static ReadPart read(SubProcessDraft form) {
    FlowForms forms = new FlowForms();
    return new ReadPart(forms.subProcess("", form), forms.issues);
  }

  /** A flow's code for an item that hasn't had one of its own. */
  static String codeFor(String itemCode) {
    String plain = itemCode.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String code = ("flow-" + plain).replaceAll("-+$", "");
    return code.length() <= LONGEST_CODE
        ? code
        : code.substring(0, LONGEST_CODE).replaceAll("-+$", "");
  }

  private Read take(FlowDraft form, String code) {
    String name = text(form.getName(), "/name");
    String nameEn = text(form.getNameEn(), "/nameEn");
    List<FlowStep> steps = steps("", form.getSteps());
    List<FlowEdge> edges = edges("", form.getEdges());
    List<FlowCall> calls = calls("", form.getCalls());
    List<SubProcess> subProcesses = new ArrayList<>();
    for (SubProcessDraft each : said(form.getSubProcesses())) {
      subProcesses.add(subProcess("/subProcesses/" + subProcesses.size(), each));
    }
    WrittenFlow written =
        new WrittenFlow(code, name, nameEn, null, steps, calls, edges, subProcesses);
    return new Read(written.running(), issues);
  }

  private SubProcess subProcess(String around, SubProcessDraft form) {
    at = around;
    concerned = List.of();
    String name = text(form.getName(), "/name");
    String nameEn = text(form.getNameEn(), "/nameEn");
    return new SubProcess(
        form.getCode(),
        name,
        nameEn,
        limit(form.getLimit()),
        steps(around, form.getSteps()),
        calls(around, form.getCalls()),
        edges(around, form.getEdges()),
        form.getLibraryVersion());
  }

  private List<FlowStep> steps(String around, List<FlowStepDraft> forms) {
    List<FlowStep> steps = new ArrayList<>();
    for (FlowStepDraft step : forms) {
      at = around + "/steps/" + steps.size();
      concerned = List.of(step.getId());
      steps.add(step(step));
    }
    return steps;
  }

  private List<FlowEdge> edges(String around, List<FlowEdgeDraft> forms) {
    List<FlowEdge> edges = new ArrayList<>();
    for (FlowEdgeDraft edge : forms) {
      at = around + "/edges/" + edges.size();
      concerned = List.of(edge.getFrom());
      edges.add(edge(edge));
    }
    return edges;
  }

  private List<FlowCall> calls(String around, List<FlowCallDraft> forms) {
    List<FlowCall> calls = new ArrayList<>();
    for (FlowCallDraft form : said(forms)) {
      at = around + "/calls/" + calls.size();
      concerned = List.of(form.getId());
      boolean known = CODE.matcher(form.getSubProcess()).matches();
      Pair name = pair(form.getName(), "/name", form.getNameEn(), "/nameEn");
      calls.add(
          new FlowCall(form.getId(), known ? form.getSubProcess() : NOWHERE, name.zh(), name.en()));
    }
    return calls;
  }

  /** A list that may be left out may also be null. */
  private static <T> List<T> said(List<T> forms) {
    return forms == null ? List.of() : forms;
  }

  private record Pair(String zh, String en) {}

  /** A text in both languages or in none; the missing half is noted and stood in for. */
  private Pair pair(String zh, String place, String en, String placeEn) {
    String text = textOrNull(zh, place);
    String textEn = textOrNull(en, placeEn);
    if ((text == null) != (textEn == null)) {
      issue(text == null ? place : placeEn, "item.flow-label-pair");
      return new Pair(text == null ? textEn : text, textEn == null ? text : textEn);
    }
    return new Pair(text, textEn);
  }

  private FlowStep step(FlowStepDraft form) {
    StepKind kind = StepKind.of(form.getKind().toString());
    boolean acted = kind.isActedOn();
    boolean counts = !acted || form.getCountsTowardLimit();
    return new FlowStep(
        form.getId(),
        kind,
        text(form.getName(), "/name"),
        text(form.getNameEn(), "/nameEn"),
        post(form.getPost()),
        form.getWeight() != null ? form.getWeight() : acted ? 1 : 0,
        acted ? limit(form.getLimit()) : null,
        counts,
        counts ? null : textOrNull(form.getExcludedBy(), "/excludedBy"),
        acted(kind) && Boolean.TRUE.equals(form.getPaidFirst()),
        form.getMaterials(),
        risks(form));
  }

  /** Somebody closes a case too. */
  private static boolean acted(StepKind kind) {
    return kind.isActedOn() || kind == StepKind.CLOSURE;
  }

  private Post post(org.sunlit.api.model.Post form) {
    if (form == null || form.getCode().isBlank()) {
      return null;
    }
    if (form.getCode().length() > LONGEST_CODE || !CODE.matcher(form.getCode()).matches()) {
      issue("/post", "item.flow-code");
      return null;
    }
    return new Post(
        form.getCode(),
        text(form.getName(), "/post/name"),
        form.getNameEn() == null || form.getNameEn().isBlank()
            ? text(form.getName(), "/post/name")
            : text(form.getNameEn(), "/post/nameEn"));
  }

  private List<RiskPoint> risks(FlowStepDraft step) {
    List<RiskPoint> risks = new ArrayList<>();
    for (org.sunlit.api.model.RiskPoint form : step.getRisks()) {
      String place = "/risks/" + risks.size();
      risks.add(
          new RiskPoint(
              RiskGrade.valueOf(form.getGrade().toString()),
              text(form.getRisk(), place + "/risk"),
              text(form.getRiskEn(), place + "/riskEn"),
              text(form.getMeasure(), place + "/measure"),
              text(form.getMeasureEn(), place + "/measureEn")));
    }
    return risks;
  }

  private FlowEdge edge(FlowEdgeDraft form) {
    boolean known = form.getTo().length() <= LONGEST_CODE && CODE.matcher(form.getTo()).matches();
    String outcome = form.getOutcome();
    if (outcome.length() > LONGEST_CODE || !CODE.matcher(outcome).matches()) {
      issue("/outcome", "item.flow-code");
      outcome = "choice";
    }
    Pair label = pair(form.getLabel(), "/label", form.getLabelEn(), "/labelEn");
    return new FlowEdge(
        form.getFrom(), known ? form.getTo() : NOWHERE, outcome, label.zh(), label.en());
  }

  private static Limit limit(org.sunlit.api.model.TimeLimit form) {
    return form == null
        ? null
        : new Limit(form.getAmount(), LimitUnit.of(form.getUnit().toString()));
  }

  private String textOrNull(String value, String place) {
    return value == null || value.isBlank() ? null : text(value, place);
  }

  private String text(String value, String place) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty()) {
      issue(place, "import.required");
      return STAND_IN;
    }
    if (text.codePoints().anyMatch(Character::isISOControl)
        || ItemRules.controlCharacter(text).isPresent()) {
      issue(
          place,
          "import.control-character",
          ItemRules.controlCharacter(text).orElse("U+000A, U+0009"));
      return STAND_IN;
    }
    if (text.length() > LONGEST_TEXT) {
      issue(place, "import.too-long", LONGEST_TEXT, text.length());
      return STAND_IN;
    }
    return text;
  }

  private void issue(String place, String messageKey, Object... args) {
    issues.add(new Issue(at + place, concerned, messageKey, List.of(args)));
  }
}
