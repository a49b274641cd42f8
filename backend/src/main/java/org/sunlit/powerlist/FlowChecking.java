package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.administration.Edition;
import org.sunlit.api.model.FlowCheck;
import org.sunlit.api.model.FlowCheckForm;
import org.sunlit.api.model.FlowFinding.SeverityEnum;
import org.sunlit.api.model.SubProcessDraft;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.flow.FlowChecker;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowFinding;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowLayout;
import org.sunlit.powerlist.flow.SubProcess;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Language;
import org.sunlit.problem.ProblemTexts;

/** Draws and judges a flow while it is being written. Takes a processor a while; no I/O. */
final class FlowChecking {
  private static final String INCOMPLETE = "incomplete";
  private static final String NOT_AS_IN_LIBRARY = "notAsInLibrary";

  private FlowChecking() {}

  /** Whether anything of it says that it was taken from the library. */
  static boolean takes(FlowCheckForm form) {
    List<SubProcessDraft> parts = form.getFlow().getSubProcesses();
    return parts != null && parts.stream().anyMatch(part -> part.getLibraryVersion() != null);
  }

  /**
   * Draws and judges it.
   *
   * @param library the library, where anything was taken from it
   */
  static FlowCheck check(FlowCheckForm form, List<Edition<SubProcess>> library, Language language) {
    FlowForms.Read read = FlowForms.read(form.getFlow(), "draft");
    Limit promised = ItemForms.limit(form.getPromisedLimit());
    FlowDefinition fitted = promised == null ? read.flow() : read.flow().fittedTo(promised);
    List<org.sunlit.api.model.FlowFinding> findings = new ArrayList<>();
    read.issues().forEach(issue -> findings.add(finding(issue, language)));
    LibraryRules.taken(read.flow().subProcesses(), library, null)
        .forEach(wrong -> findings.add(finding(wrong, language)));
    for (FlowFinding finding :
        FlowChecker.check(
            fitted,
            new FlowChecker.Against(
                form.getCategory() == null ? null : form.getCategory().toString(),
                promised,
                ItemForms.limit(form.getStatutoryLimit())))) {
      add(finding(finding, fitted, language), findings);
    }
    return new FlowCheck()
        .mayRun(findings.stream().noneMatch(one -> one.getSeverity() == SeverityEnum.ERROR))
        .flow(
            FlowMapper.flow(
                fitted, FlowOrigin.OWN, FlowLayout.lay(fitted, FlowLayout.Direction.DOWN)))
        .findings(findings);
  }

  /** What is wrong in a sub-process is wrong wherever it is called, but is mended once. */
  private static void add(
      org.sunlit.api.model.FlowFinding finding, List<org.sunlit.api.model.FlowFinding> findings) {
    for (org.sunlit.api.model.FlowFinding other : findings) {
      if (other.getDetail().equals(finding.getDetail())
          && other.getPointers().equals(finding.getPointers())) {
        other.getStepIds().addAll(finding.getStepIds());
        return;
      }
    }
    findings.add(finding);
  }

  static org.sunlit.api.model.FlowFinding finding(
      FlowFinding finding, FlowDefinition flow, Language language) {
    List<String> steps = new ArrayList<>(finding.stepIds());
    finding.edges().forEach(edge -> steps.add(edge.from()));
    return new org.sunlit.api.model.FlowFinding()
        .code(finding.code().code())
        .severity(finding.isError() ? SeverityEnum.ERROR : SeverityEnum.WARNING)
        .detail(finding.text(language == Language.EN ? FlowLanguage.EN : FlowLanguage.ZH))
        .stepIds(steps)
        .pointers(FlowPointers.of(finding, flow));
  }

  private static org.sunlit.api.model.FlowFinding finding(FieldProblem wrong, Language language) {
    return new org.sunlit.api.model.FlowFinding()
        .code(NOT_AS_IN_LIBRARY)
        .severity(SeverityEnum.ERROR)
        .detail(ProblemTexts.text(language, wrong.messageKey(), wrong.args().toArray()))
        .stepIds(List.of())
        .pointers(List.of(wrong.pointer()));
  }

  private static org.sunlit.api.model.FlowFinding finding(
      FlowForms.Issue issue, Language language) {
    return new org.sunlit.api.model.FlowFinding()
        .code(INCOMPLETE)
        .severity(SeverityEnum.ERROR)
        .detail(ProblemTexts.text(language, issue.messageKey(), issue.args().toArray()))
        .stepIds(issue.stepIds())
        .pointers(List.of(issue.pointer()));
  }
}
