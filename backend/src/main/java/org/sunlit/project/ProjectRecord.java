package org.sunlit.project;

import java.time.Instant;
import java.util.List;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.project.rules.ProjectPath;

/**
 * A project as it is stored.
 *
 * @param code the project code (项目代码)
 * @param path the version it was registered on
 * @param codeHash hash of its tracking code
 * @param version one more with each phase that begins
 * @param givenUp null while it hasn't been given up
 * @param details what its applications say; null when it has been deleted
 * @param applications the joint applications its phases began, the oldest first
 */
record ProjectRecord(
    String code,
    String name,
    String pathCode,
    ProjectPath path,
    String regionCode,
    byte[] codeHash,
    String applicantMasked,
    Instant registeredAt,
    int version,
    GivenUp givenUp,
    Details details,
    List<Application> applications) {

  /**
   * What every application of the project says.
   *
   * @param site 建设地点
   * @param scale 建设内容及规模
   * @param investmentFen 总投资, in fen; null when not said
   */
  record Details(ApplicantDetails applicant, String site, String scale, Long investmentFen) {}

  /**
   * It was given up before its first phase.
   *
   * @param why as the contract says it
   */
  record GivenUp(Instant at, String why) {}

  /** A joint application of a phase. */
  record Application(String phase, String jointNumber, Instant begunAt) {}

  ProjectRecord {
    applications = List.copyOf(applications);
  }

  List<String> jointNumbers() {
    return applications.stream().map(Application::jointNumber).toList();
  }
}
