package org.sunlit.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlit.administration.Edition;
import org.sunlit.api.model.CaseState;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.Project;
import org.sunlit.api.model.ProjectDetails;
import org.sunlit.api.model.ProjectFile;
import org.sunlit.api.model.ProjectGivenUp;
import org.sunlit.api.model.ProjectItem;
import org.sunlit.api.model.ProjectJoint;
import org.sunlit.api.model.ProjectNeed;
import org.sunlit.api.model.ProjectPath;
import org.sunlit.api.model.ProjectPathPhase;
import org.sunlit.api.model.ProjectPhase;
import org.sunlit.api.model.ProjectPhaseState;
import org.sunlit.api.model.ProjectState;
import org.sunlit.api.model.ProjectSummary;
import org.sunlit.api.model.ProjectSummaryPhase;
import org.sunlit.api.model.ProjectWait;
import org.sunlit.api.model.TrackedProject;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.rules.Masks;
import org.sunlit.joint.JointCases;
import org.sunlit.joint.ThemeDirectory;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.project.rules.PhaseRules.Part;
import org.sunlit.project.rules.PhaseRules.Standing;
import org.sunlit.project.rules.PhaseRules.Unmet;
import org.sunlit.project.rules.ProjectPath.Phase;

/** Puts paths and projects into the contract's words, each reader's own. */
final class ProjectViews {
  private final ProjectSeen seen;
  private final Map<String, ThemeDirectory.Entry> themes;
  private final boolean numbers;

  /**
   * @param themes those of the path that hold today, by code
   * @param numbers whether the reader may know the numbers of what the project began
   */
  private ProjectViews(
      ProjectSeen seen, Map<String, ThemeDirectory.Entry> themes, boolean numbers) {
    this.seen = seen;
    this.themes = themes;
    this.numbers = numbers;
  }

  static ProjectPath path(
      Edition<org.sunlit.project.rules.ProjectPath> version,
      Map<String, ThemeDirectory.Entry> themes) {
    return new ProjectPath()
        .code(version.code())
        .name(version.definition().name())
        .nameEn(version.definition().nameEn())
        .summary(version.definition().summary())
        .summaryEn(version.definition().summaryEn())
        .version(version.version())
        .regionCode(version.definition().regionCode())
        .phases(version.definition().phases().stream().map(phase -> phase(phase, themes)).toList());
  }

  private static ProjectPathPhase phase(Phase phase, Map<String, ThemeDirectory.Entry> themes) {
    Optional<ThemeDirectory.Entry> theme = Optional.ofNullable(themes.get(phase.theme()));
    return new ProjectPathPhase()
        .code(phase.code())
        .name(phase.name())
        .nameEn(phase.nameEn())
        .themeCode(phase.theme())
        .themeName(theme.map(ThemeDirectory.Entry::name).orElse(null))
        .themeNameEn(theme.map(ThemeDirectory.Entry::nameEn).orElse(null))
        .leadDepartment(theme.map(one -> department(one.lead())).orElse(null))
        .open(theme.map(ThemeDirectory.Entry::open).orElse(false))
        .needs(
            phase.needs().stream()
                .map(need -> new ProjectNeed().phase(need.phase()).items(need.items()))
                .toList());
  }

  /** As everybody may see it. */
  static Project open(ProjectSeen seen, Map<String, ThemeDirectory.Entry> themes) {
    return new ProjectViews(seen, themes, false).project();
  }

  /** As whoever registered it sees it. */
  static TrackedProject tracked(ProjectSeen seen, Map<String, ThemeDirectory.Entry> themes) {
    return new TrackedProject()
        .project(new ProjectViews(seen, themes, true).project())
        .details(seen.record().details() == null ? null : details(seen.record().details()));
  }

  /** As a department that takes part sees it. */
  static ProjectFile file(
      ProjectSeen seen, Map<String, ThemeDirectory.Entry> themes, Set<String> readable) {
    return new ProjectFile()
        .project(new ProjectViews(seen, themes, true).project())
        .applicantMasked(seen.record().applicantMasked())
        .readable(seen.record().jointNumbers().stream().filter(readable::contains).toList());
  }

  /** As it stands in a department's list. */
  static ProjectSummary summary(ProjectSeen seen, List<String> led) {
    return new ProjectSummary()
        .projectCode(seen.record().code())
        .name(seen.record().name())
        .applicantMasked(seen.record().applicantMasked())
        .registeredAt(CityTime.offset(seen.record().registeredAt()))
        .state(state(seen))
        .trouble(seen.trouble())
        .phases(
            seen.phases().stream()
                .map(
                    one ->
                        new ProjectSummaryPhase()
                            .code(one.phase().code())
                            .name(one.phase().name())
                            .nameEn(one.phase().nameEn())
                            .state(ProjectPhaseState.fromValue(one.state().code()))
                            .dueAt(one.dueAt().map(CityTime::offset).orElse(null))
                            .lead(led.contains(one.phase().code())))
                .toList());
  }

  private static ProjectDetails details(ProjectRecord.Details details) {
    ApplicantDetails applicant = details.applicant();
    return new ProjectDetails()
        .applicantName(applicant.name())
        .identityNumberMasked(Masks.identityNumber(applicant.identityNumber()))
        .phoneMasked(Masks.phone(applicant.phone()))
        .contactName(applicant.contactName())
        .address(applicant.address())
        .site(details.site())
        .scale(details.scale())
        .investmentFen(details.investmentFen());
  }

  private static ProjectState state(ProjectSeen seen) {
    if (seen.untouched()) {
      return ProjectState.REGISTERED;
    }
    return seen.completed() ? ProjectState.COMPLETED : ProjectState.IN_PROGRESS;
  }

  private Project project() {
    ProjectRecord record = seen.record();
    return new Project()
        .projectCode(record.code())
        .name(record.name())
        .pathCode(record.pathCode())
        .pathName(record.path().name())
        .pathNameEn(record.path().nameEn())
        .regionCode(record.regionCode())
        .registeredAt(CityTime.offset(record.registeredAt()))
        .state(state(seen))
        .givenUpAt(record.givenUp() == null ? null : CityTime.offset(record.givenUp().at()))
        .givenUpWhy(
            record.givenUp() == null ? null : ProjectGivenUp.fromValue(record.givenUp().why()))
        .trouble(seen.trouble())
        .phases(seen.phases().stream().map(this::phase).toList());
  }

  private ProjectPhase phase(Standing standing) {
    Phase phase = standing.phase();
    Optional<ThemeDirectory.Entry> theme = Optional.ofNullable(themes.get(phase.theme()));
    return new ProjectPhase()
        .code(phase.code())
        .name(phase.name())
        .nameEn(phase.nameEn())
        .themeCode(phase.theme())
        .leadDepartment(theme.map(one -> department(one.lead())).orElse(null))
        .state(ProjectPhaseState.fromValue(standing.state().code()))
        .mayBegin(standing.mayBegin() && seen.record().givenUp() == null)
        .dueAt(standing.dueAt().map(CityTime::offset).orElse(null))
        .items(standing.parts().stream().map(this::item).toList())
        .waits(standing.unmet().stream().map(this::wait).toList())
        .applications(
            numbers
                ? seen.record().applications().stream()
                    .filter(one -> one.phase().equals(phase.code()))
                    .map(
                        one ->
                            new ProjectJoint()
                                .jointNumber(one.jointNumber())
                                .begunAt(CityTime.offset(one.begunAt())))
                    .toList()
                : List.of());
  }

  private ProjectItem item(Part part) {
    JointCases.Part known = seen.cases().get(part.caseNumber());
    boolean open = part.state().open();
    return new ProjectItem()
        .itemCode(part.item())
        .itemName(known.standing().itemName())
        .itemNameEn(known.standing().itemNameEn())
        .department(department(known.department()))
        .state(CaseState.fromValue(part.state().code()))
        .stepName(open ? known.standing().stepName() : null)
        .stepNameEn(open ? known.standing().stepNameEn() : null)
        .dueAt(open && part.dueAt() != null ? CityTime.offset(part.dueAt()) : null)
        .endedAt(
            known.standing().endedAt() == null ? null : CityTime.offset(known.standing().endedAt()))
        .caseNumber(numbers ? part.caseNumber() : null);
  }

  private ProjectWait wait(Unmet unmet) {
    Phase phase = seen.definition(unmet.phase());
    ProjectWait wait =
        new ProjectWait().phase(unmet.phase()).phaseName(phase.name()).phaseNameEn(phase.nameEn());
    if (unmet.item() == null) {
      return wait;
    }
    JointCases.Part known = seen.caseOf(unmet.phase(), unmet.item());
    return wait.itemCode(unmet.item())
        .itemName(known.standing().itemName())
        .itemNameEn(known.standing().itemNameEn())
        .state(CaseState.fromValue(unmet.state().code()));
  }

  private static DepartmentReference department(DepartmentRef department) {
    return new DepartmentReference()
        .code(department.code())
        .name(department.name())
        .nameEn(department.nameEn());
  }
}
