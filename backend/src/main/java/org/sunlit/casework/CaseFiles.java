package org.sunlit.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.api.model.CaseFile;
import org.sunlit.api.model.CaseFileApplicant;
import org.sunlit.api.model.CaseMaterial;
import org.sunlit.api.model.Confirmation;
import org.sunlit.api.model.ConfirmationState;
import org.sunlit.api.model.MaterialReceipt;
import org.sunlit.api.model.MaterialRequirement;
import org.sunlit.api.model.PossibleAction;
import org.sunlit.api.model.PossibleActionOutcomesInner;
import org.sunlit.api.model.Unmasking;
import org.sunlit.casework.rules.Bar;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseRules;
import org.sunlit.casework.rules.Duties;
import org.sunlit.casework.rules.GreenGround;
import org.sunlit.casework.rules.Masks;
import org.sunlit.casework.rules.Possible;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.problem.Language;
import org.sunlit.problem.Localised;
import org.sunlit.problem.ProblemTexts;

/** What a member of the staff sees of a case, and what they can do about it. */
final class CaseFiles {
  private final CaseNow now;
  private final Instant at;
  private final CaseRights rights;
  private final Language language;
  private final Unmasked unmasked;

  private CaseFiles(
      CaseNow now, Instant at, CaseRights rights, Language language, Unmasked unmasked) {
    this.unmasked = unmasked;
    this.now = now;
    this.at = at;
    this.rights = rights;
    this.language = language;
  }

  /** The case without its {@code flow}, which is added on the way out. */
  static CaseFile of(
      CaseNow now, Instant at, CaseRights rights, Language language, Unmasked unmasked) {
    return new CaseFiles(now, at, rights, language, unmasked).shape();
  }

  private CaseFile shape() {
    CaseShapes shapes = CaseShapes.forStaff(now);
    ItemInForce item = now.basis().item();
    return new CaseFile()
        .caseNumber(now.number())
        .jointNumber(now.stored().jointNumber())
        .mayPromise(item.mayPromise() ? true : null)
        .itemCode(item.code())
        .itemName(item.name())
        .itemNameEn(item.nameEn())
        .itemVersion(item.versionNumber())
        .department(shapes.department())
        .regionCode(now.stored().regionCode())
        .places(shapes.places())
        .handling(shapes.handling())
        .subject(now.stored().subject())
        .state(shapes.state())
        .currentStepId(now.standing().currentStep().id())
        .currentStepIds(shapes.currentStepIds())
        .submittedAt(CityTime.offset(now.standing().submittedAt()))
        .updatedAt(CityTime.offset(now.standing().lastAt()))
        .version((long) now.version())
        .applicant(now.stored().key() == null ? deleted() : applicant())
        .unmasking(unmasking())
        .personalDataDeletedAt(CityTime.offset(now.stored().personalDataDeletedAt()))
        .pause(shapes.pause())
        .green(shapes.green())
        .greenGrounds(greenGrounds())
        .originals(shapes.originals())
        .pendingConfirmation(pending().map(this::confirmation).orElse(null))
        .deadline(shapes.deadline())
        .steps(shapes.steps())
        .requirements(item.materials().stream().map(CaseFiles::requirement).toList())
        .receipts(item.materials().stream().flatMap(this::receipt).toList())
        .materials(materials())
        .history(shapes.history())
        .notices(now.stored().notices().stream().map(CaseShapes::notice).toList())
        .actions(
            CaseRules.possible(now.standing()).stream()
                .filter(possible -> !possible.action().byApplicant())
                .filter(possible -> !JointRule.goesThroughIt(now.stored(), possible.action()))
                .filter(this::hasGround)
                .map(this::action)
                .toList());
  }

  /** Null when it can't be put into the green channel now. */
  private List<org.sunlit.api.model.GreenGround> greenGrounds() {
    return CaseRules.possible(now.standing(), CaseAction.MARK_GREEN, null).isEmpty()
        ? null
        : now.basis().greenGrounds().stream().map(CaseFiles::greenGround).toList();
  }

  private static org.sunlit.api.model.GreenGround greenGround(GreenGround ground) {
    return new org.sunlit.api.model.GreenGround()
        .code(ground.code())
        .name(ground.name())
        .nameEn(ground.nameEn())
        .basis(ground.basis())
        .percent(ground.percent())
        .fewer(ground.fewer());
  }

  private CaseFileApplicant applicant() {
    ApplicantDetails applicant = now.stored().applicant();
    return new CaseFileApplicant()
        .kind(org.sunlit.api.model.ApplicantKind.fromValue(applicant.kind()))
        .name(plain(PersonalField.NAME, applicant, now.stored().applicantMasked()))
        .phoneMasked(Masks.phone(applicant.phone()))
        .phone(plain(PersonalField.PHONE, applicant, null))
        .identityNumberMasked(Masks.identityNumber(applicant.identityNumber()))
        .identityNumber(plain(PersonalField.IDENTITY_NUMBER, applicant, null))
        .address(plain(PersonalField.ADDRESS, applicant, Masks.address(applicant.address())))
        .contactName(
            plain(
                PersonalField.CONTACT_NAME,
                applicant,
                applicant.contactName() == null ? null : Masks.person(applicant.contactName())))
        .plain(unmasked.fields().isEmpty() ? null : fields(unmasked.fields()));
  }

  /** The value itself for who may see it now, else what stands for it. */
  private String plain(PersonalField field, ApplicantDetails applicant, String masked) {
    return unmasked.shows(field) ? field.of(applicant) : masked;
  }

  private CaseFileApplicant deleted() {
    return new CaseFileApplicant()
        .kind(org.sunlit.api.model.ApplicantKind.fromValue(now.stored().applicant().kind()))
        .name(now.stored().applicantMasked());
  }

  private Unmasking unmasking() {
    if (unmasked.confirmation() != null) {
      return new Unmasking()
          .state(Unmasking.StateEnum.WAITING)
          .fields(fields(unmasked.waiting()))
          .confirmationId(unmasked.confirmation());
    }
    return unmasked.until() == null
        ? null
        : new Unmasking()
            .state(Unmasking.StateEnum.OPEN)
            .fields(fields(unmasked.fields()))
            .openUntil(CityTime.offset(unmasked.until()));
  }

  static List<org.sunlit.api.model.PersonalField> fields(Set<PersonalField> fields) {
    return fields.stream()
        .sorted()
        .map(field -> org.sunlit.api.model.PersonalField.fromString(field.code()))
        .toList();
  }

  /** Without personal data there are no files either. */
  private List<CaseMaterial> materials() {
    return now.stored().key() == null
        ? List.of()
        : now.stored().materials().stream().map(this::material).toList();
  }

  private static MaterialRequirement requirement(Material material) {
    return new MaterialRequirement()
        .code(material.code())
        .name(material.name())
        .nameEn(material.nameEn())
        .form(MaterialRequirement.FormEnum.fromString(material.form().code()))
        .count(material.count())
        .source(MaterialRequirement.SourceEnum.fromString(material.source().code()))
        .required(material.required())
        .deferrable(material.deferrable())
        .lateLimit(
            material.lateLimit() == null
                ? null
                : new org.sunlit.api.model.TimeLimit()
                    .amount(material.lateLimit().amount())
                    .unit(
                        org.sunlit.api.model.LimitUnit.fromValue(
                            material.lateLimit().unit().code())))
        .note(material.note());
  }

  private Stream<MaterialReceipt> receipt(Material material) {
    return Received.of(now.stored(), material.code())
        .map(
            received ->
                new MaterialReceipt()
                    .code(material.code())
                    .receivedAt(CityTime.offset(received.at()))
                    .onPaper(received.file() == null))
        .stream();
  }

  private CaseMaterial material(StoredMaterial stored) {
    Optional<Material> listed = Optional.ofNullable(now.basis().item().material(stored.code()));
    return new CaseMaterial()
        .id(stored.id())
        .code(stored.code())
        .name(listed.map(Material::name).orElse(null))
        .nameEn(listed.map(Material::nameEn).orElse(null))
        .fileName(stored.fileName())
        .contentType(stored.contentType())
        .size(stored.size())
        .receivedAt(CityTime.offset(stored.receivedAt()))
        .takenOver(ReuseShapes.origin(stored.origin()));
  }

  /** A city without a green channel isn't asked for one. */
  private boolean hasGround(Possible possible) {
    return possible.action() != CaseAction.MARK_GREEN || !now.basis().greenGrounds().isEmpty();
  }

  private PossibleAction action(Possible possible) {
    List<FlowEdge> ways =
        possible.ways().stream().filter(edge -> bar(possible, edge.outcome()).isEmpty()).toList();
    String why = whyNot(possible, ways).orElse(null);
    return new PossibleAction()
        .stepId(possible.stepId())
        .action(org.sunlit.api.model.CaseAction.fromValue(possible.action().code()))
        .allowed(why == null)
        .why(why)
        .needsReason(possible.needsReason())
        .outcomes((why == null ? ways : possible.ways()).stream().map(this::outcome).toList())
        .returnTo(possible.returnTo());
  }

  /** Why the reader may not; empty when they may. What no post would change is said first. */
  private Optional<String> whyNot(Possible possible, List<FlowEdge> ways) {
    String plain =
        ways.isEmpty() && !possible.ways().isEmpty() ? possible.ways().get(0).outcome() : null;
    Optional<Bar> bar = bar(possible, plain);
    if (bar.isPresent()) {
      return Optional.of(ProblemTexts.text(language, CaseTexts.key(bar.get())));
    }
    FlowStep step = step(possible);
    if (!Admission.mayAct(now, step, rights)) {
      return Optional.of(notTheirs(step));
    }
    return possible.action().needsTwo() && pending().isPresent()
        ? Optional.of(ProblemTexts.text(language, "confirmation.already-open"))
        : Optional.empty();
  }

  private Optional<Bar> bar(Possible possible, String outcome) {
    return Duties.bar(
        now.standing(),
        possible.action(),
        outcome,
        rights.hand(Admission.handler(now, step(possible), rights), now.stored()));
  }

  /** Where it would be done: what concerns the whole case, in whichever step is the reader's. */
  private FlowStep step(Possible possible) {
    return possible.action().ofWholeCase() && possible.action() != CaseAction.REOPEN
        ? Admission.step(now, null, rights)
        : now.standing().flow().step(possible.stepId());
  }

  private Optional<PendingClockChange> pending() {
    return Optional.ofNullable(now.stored().pendingChange()).filter(change -> change.waitsAt(at));
  }

  private Confirmation confirmation(PendingClockChange change) {
    boolean own = change.requestedBy().equals(rights.actor().accountId());
    return new Confirmation()
        .id(change.id())
        .kind(change.action().code())
        .subject(now.number())
        .departmentCode(now.stored().departmentCode())
        .regionCode(now.stored().regionCode())
        .requestedBy(change.requestedByName())
        .requestedByEn(change.requestedByNameEn())
        .reason(change.reason())
        .details(change.details())
        .requestedAt(CityTime.offset(change.requestedAt()))
        .expiresAt(CityTime.offset(change.expiresAt()))
        .state(ConfirmationState.OPEN)
        .mayDecide(!own && rights.mayConfirm())
        .mayWithdraw(own);
  }

  private String notTheirs(FlowStep step) {
    return step.post() == null
        ? ProblemTexts.text(language, "case.not-yours")
        : ProblemTexts.text(
            language,
            "case.not-your-post",
            new Localised(step.post().name(), step.post().nameEn()));
  }

  private PossibleActionOutcomesInner outcome(FlowEdge edge) {
    FlowStep to = now.standing().flow().step(edge.to());
    return new PossibleActionOutcomesInner()
        .outcome(edge.outcome())
        .toStepId(edge.to())
        .label(label(edge, to, FlowLanguage.ZH))
        .labelEn(label(edge, to, FlowLanguage.EN));
  }

  /** What the chart says on the edge; where it says nothing, the step it leads to. */
  private static String label(FlowEdge edge, FlowStep to, FlowLanguage in) {
    String drawn = edge.label(in);
    return drawn.isEmpty() ? to.name(in) : drawn;
  }
}
