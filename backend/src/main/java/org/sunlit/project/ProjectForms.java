package org.sunlit.project;

import java.math.BigDecimal;
import java.util.List;
import org.sunlit.api.model.Applicant;
import org.sunlit.api.model.ProjectPhaseReceipt;
import org.sunlit.api.model.ProjectReceipt;
import org.sunlit.api.model.ProjectRegistration;
import org.sunlit.api.model.SubmittedJointMaterial;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.joint.JointApplications;
import org.sunlit.platform.CityTime;
import org.sunlit.project.ProjectPhases.Wanted;
import org.sunlit.project.rules.ProjectPath.Phase;

/**
 * Reads forms, and writes receipts, in the contract's words; and fills in a phase's application.
 */
final class ProjectForms {
  /** The codes stand in the fragment, which browsers keep to themselves. */
  private static final String PROJECT_PAGE = "/projects/track#";

  private static final String JOINT_PAGE = "/joint/track#";

  /** 万元, in which investments are said. */
  private static final BigDecimal FEN_IN_TEN_THOUSAND_YUAN = new BigDecimal(1_000_000);

  private ProjectForms() {}

  static Projects.Registration registration(ProjectRegistration form) {
    Applicant applicant = form.getApplicant();
    return new Projects.Registration(
        form.getPathCode(),
        form.getName(),
        form.getRegionCode(),
        form.getSite(),
        form.getScale(),
        form.getInvestmentFen(),
        new ApplicantDetails(
            applicant.getKind().toString(),
            applicant.getName().strip(),
            IdentityNumbers.plain(applicant.getIdentityNumber()),
            applicant.getPhone(),
            applicant.getAddress(),
            applicant.getContactName()));
  }

  static ProjectReceipt receipt(Projects.Receipt receipt) {
    return new ProjectReceipt()
        .projectCode(receipt.projectCode())
        .trackingCode(receipt.trackingCode())
        .name(receipt.name())
        .registeredAt(CityTime.offset(receipt.registeredAt()))
        .trackingUrl(PROJECT_PAGE + receipt.projectCode() + "/" + receipt.trackingCode());
  }

  static ProjectPhaseReceipt receipt(String phase, JointApplications.Receipt receipt) {
    return new ProjectPhaseReceipt()
        .phase(phase)
        .jointNumber(receipt.jointNumber())
        .submittedAt(CityTime.offset(receipt.submittedAt()))
        .noticeDue(receipt.noticeDue())
        .trackingUrl(JOINT_PAGE + receipt.jointNumber() + "/" + receipt.trackingCode());
  }

  static List<JointApplications.Given> given(List<SubmittedJointMaterial> materials) {
    return materials == null
        ? List.of()
        : materials.stream()
            .map(one -> new JointApplications.Given(one.getKey(), one.getUploadId()))
            .toList();
  }

  /** A phase's joint application: nothing the project says is asked for again (一张表单). */
  static JointApplications.Command command(ProjectRecord project, Phase phase, Wanted wanted) {
    return new JointApplications.Command(
        phase.theme(),
        project.regionCode(),
        wanted.answers(),
        project.details().applicant(),
        subject(project),
        wanted.materials(),
        wanted.promises());
  }

  /** What is applied for, in the words of the project. */
  static String subject(ProjectRecord project) {
    ProjectRecord.Details details = project.details();
    String subject =
        "%s（项目代码 %s）。建设地点：%s。建设内容及规模：%s。"
            .formatted(project.name(), project.code(), details.site(), details.scale());
    return details.investmentFen() == null
        ? subject
        : subject
            + "总投资：%s万元。"
                .formatted(
                    new BigDecimal(details.investmentFen())
                        .divide(FEN_IN_TEN_THOUSAND_YUAN)
                        .stripTrailingZeros()
                        .toPlainString());
  }
}
