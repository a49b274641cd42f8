package org.sunlit.casework;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sunlit.api.model.Access;
import org.sunlit.api.model.ApplicantKind;
import org.sunlit.api.model.CopiedMaterial;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.PersonalDataCopy;
import org.sunlit.api.model.PersonalDataCopyApplicant;
import org.sunlit.api.model.UnmaskingReason;
import org.sunlit.notice.NoticeChoices;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentNames;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What a person may ask of their own data in a case: who looked at it (个人信息保护法第四十四条), a copy
 * (第四十五条). Whose case it is has been checked by the caller: by tracking code, or by the account
 * that it belongs to.
 */
@ApplicationScoped
class PersonalData {
  private static final int MOST_ACCESSES = 200;
  private static final int MOST_CASES = 500;
  private static final String OWN =
      """
      select case_number from case_file where applicant_account = $1
      order by submitted_at desc, case_number desc limit $2
      """;

  private final CaseService cases;
  private final AccessTrail trail;
  private final DepartmentNames departments;
  private final Pool pool;
  private final Clock clock;

  PersonalData(
      CaseService cases, AccessTrail trail, DepartmentNames departments, Pool pool, Clock clock) {
    this.cases = cases;
    this.trail = trail;
    this.departments = departments;
    this.pool = pool;
    this.clock = clock;
  }

  /** Who opened these cases or saw plain values, the latest first. */
  Uni<List<Access>> accesses(List<String> caseNumbers) {
    return trail
        .about(caseNumbers, MOST_ACCESSES)
        .chain(entries -> departments(entries).map(known -> accesses(entries, known)));
  }

  /** The same for everything that is the account's own. */
  Uni<List<Access>> accessesOf(String account) {
    return own(account).chain(numbers -> accesses(numbers));
  }

  /** Copies of every case that is the account's own, the latest first. */
  Uni<List<PersonalDataCopy>> copiesOf(String account) {
    return own(account)
        .onItem()
        .transformToMulti(numbers -> Multi.createFrom().iterable(numbers))
        .onItem()
        // One after the other: each is a few short reads, and nobody waits for many at once.
        .transformToUniAndConcatenate(this::copy)
        .collect()
        .asList();
  }

  private Uni<List<String>> own(String account) {
    return pool.preparedQuery(OWN)
        .execute(Tuple.of(account, MOST_CASES))
        .map(
            rows -> {
              List<String> numbers = new ArrayList<>();
              rows.forEach(row -> numbers.add(row.getString("case_number")));
              return numbers;
            });
  }

  /**
   * A copy of everything that is kept about the person in this case.
   *
   * @return fails with a {@link Problem} 404 when there is no such case
   */
  Uni<PersonalDataCopy> copy(String caseNumber) {
    return cases
        .find(caseNumber)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .call(() -> trail.write(Look.byThePerson(LookKind.EXPORTED, caseNumber)))
        .chain(now -> accesses(List.of(caseNumber)).map(accesses -> copy(now, accesses)));
  }

  private PersonalDataCopy copy(CaseNow now, List<Access> accesses) {
    StoredCase stored = now.stored();
    CaseShapes shapes = CaseShapes.forApplicant(now);
    return new PersonalDataCopy()
        .caseNumber(stored.caseNumber())
        .itemCode(now.basis().item().code())
        .itemName(now.basis().item().name())
        .submittedAt(CityTime.offset(now.standing().submittedAt()))
        .copiedAt(CityTime.offset(clock.instant()))
        .applicant(stored.key() == null ? null : applicant(stored.applicant()))
        .subject(stored.subject())
        .history(shapes.history())
        .materials(stored.materials().stream().map(PersonalData::material).toList())
        .notices(stored.notices().stream().map(CaseShapes::notice).toList())
        .accesses(accesses)
        .personalDataDeletedAt(CityTime.offset(stored.personalDataDeletedAt()));
  }

  private static PersonalDataCopyApplicant applicant(ApplicantDetails applicant) {
    return new PersonalDataCopyApplicant()
        .kind(ApplicantKind.fromValue(applicant.kind()))
        .name(applicant.name())
        .identityNumber(applicant.identityNumber())
        .phone(applicant.phone())
        .address(applicant.address())
        .contactName(applicant.contactName())
        .noticeChoice(applicant.choice() == null ? null : NoticeChoices.shown(applicant.choice()));
  }

  private static CopiedMaterial material(StoredMaterial material) {
    return new CopiedMaterial()
        .code(material.code())
        .fileName(material.fileName())
        .contentType(material.contentType())
        .size(material.size())
        .sha256(material.sha256())
        .receivedAt(CityTime.offset(material.receivedAt()));
  }

  private Uni<Map<String, DepartmentReference>> departments(List<AccessTrail.Entry> entries) {
    return departments.of(
        entries.stream()
            .map(entry -> entry.look().departmentCode())
            .filter(Objects::nonNull)
            .toList());
  }

  private static List<Access> accesses(
      List<AccessTrail.Entry> entries, Map<String, DepartmentReference> departments) {
    return entries.stream().map(entry -> access(entry, departments)).toList();
  }

  private static Access access(
      AccessTrail.Entry entry, Map<String, DepartmentReference> departments) {
    Look look = entry.look();
    return new Access()
        .at(CityTime.offset(entry.at()))
        .action(org.sunlit.api.model.LookKind.fromString(look.kind().code()))
        .caseNumber(look.caseNumber())
        .department(departments.get(look.departmentCode()))
        .post(look.post())
        .fields(
            look.fields().isEmpty()
                ? null
                : look.fields().stream()
                    .map(org.sunlit.api.model.PersonalField::fromString)
                    .toList())
        .reasonKind(
            look.reasonKind() == null ? null : UnmaskingReason.fromString(look.reasonKind()));
  }
}
