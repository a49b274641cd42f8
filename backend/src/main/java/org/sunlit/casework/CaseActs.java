package org.sunlit.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.PauseGround;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.casework.rules.ReviewDecision;
import org.sunlit.document.rules.ActKind;
import org.sunlit.document.rules.BegunStep;
import org.sunlit.document.rules.CaseAct;
import org.sunlit.document.rules.CasePlaces;
import org.sunlit.document.rules.Ending;
import org.sunlit.document.rules.Matter;
import org.sunlit.document.rules.Piece;
import org.sunlit.document.rules.Procedure;
import org.sunlit.document.rules.Reopening;
import org.sunlit.document.rules.Signatory;
import org.sunlit.document.rules.SpecialStep;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/** A case's last event as its documents tell it. Pure. */
final class CaseActs {
  private final CaseNow now;
  private final CaseEvent event;

  private CaseActs(CaseNow now) {
    this.now = now;
    this.event = now.lastEvent();
  }

  static CaseAct of(CaseNow now) {
    return new CaseActs(now).act();
  }

  private CaseAct act() {
    Optional<CaseEvent> pause = pause();
    Optional<PauseGround> ground = pause.map(CaseEvent::ground).map(PauseGround::of);
    return new CaseAct(
        matter(),
        event.number(),
        ActKind.of(event.kind().code()),
        event.at(),
        ending(now.standing().state()),
        event.kind() == CaseEventKind.DECIDED && !FlowEdge.REJECT.equals(event.outcome()),
        now.standing().decided(),
        signatory(),
        event.reason(),
        ground.map(PauseGround::label).orElse(null),
        ground.map(PauseGround::labelEn).orElse(null),
        pause.map(CaseEvent::article).orElse(null),
        pause.map(CaseEvent::at).orElse(null),
        pieces(),
        due(),
        event.toStepId() == null ? null : special(step(event.stepId()).kind()),
        begun(),
        places(),
        reopening());
  }

  private CasePlaces places() {
    Placement placement = now.stored().placement();
    if (placement == null) {
      return CasePlaces.USUAL;
    }
    String letter = event.by().authorisation();
    return new CasePlaces(
        takenIn(placement),
        named(placement.collect()),
        letter == null ? null : named(placement.under(letter).orElse(null)),
        letter);
  }

  /**
   * A window of another region is told as what it is, so that nobody looks for a decision there.
   */
  private static CasePlaces.Named takenIn(Placement placement) {
    Placement.Counter place = placement.takenIn();
    return placement.crossRegion() == null
        ? named(place)
        : new CasePlaces.Named(
            place.name() + "（跨区域通办窗口，由" + placement.crossRegion().homeName() + "办理）",
            (place.nameEn() == null ? place.name() : place.nameEn())
                + " (a window of another region; decided in "
                + (placement.crossRegion().homeNameEn() == null
                    ? placement.crossRegion().homeName()
                    : placement.crossRegion().homeNameEn())
                + ")");
  }

  private static CasePlaces.Named named(Placement.Counter place) {
    return place == null ? null : new CasePlaces.Named(place.name(), place.nameEn());
  }

  private Reopening reopening() {
    if (event.kind() != CaseEventKind.REOPENED) {
      return null;
    }
    ReviewDecision review = event.change().review();
    return new Reopening(
        review.kind().zh(),
        review.kind().en(),
        review.authority(),
        review.documentNumber(),
        review.decidedOn(),
        review.withdrawsFormer(),
        review.clockFrom());
  }

  private Matter matter() {
    ItemInForce item = now.basis().item();
    return new Matter(
        now.number(),
        procedure(item.category()),
        item.versionId(),
        item.name(),
        item.nameEn(),
        item.result() == null ? null : item.result().name(),
        item.result() == null ? null : item.result().nameEn(),
        now.stored().departmentCode(),
        now.stored().regionCode(),
        now.stored().applicant().name(),
        now.stored().applicant().person());
  }

  private Signatory signatory() {
    Handler by = event.by();
    String second = event.confirmedBy() == null ? null : event.confirmedBy().account();
    // Nobody of the unit did what an applicant does, themselves or by their agent.
    return by.applicant() || by.agent()
        ? new Signatory(null, null, null, null, null, null, second)
        : new Signatory(
            by.account(),
            by.name(),
            by.nameEn(),
            by.post(),
            by.postName(),
            by.postNameEn(),
            second);
  }

  /** The stop that this event makes or ends. */
  private Optional<CaseEvent> pause() {
    if (event.kind() != CaseEventKind.PAUSED && event.kind() != CaseEventKind.RESUMED) {
      return Optional.empty();
    }
    return now.stored().events().stream()
        .filter(each -> each.kind() == CaseEventKind.PAUSED)
        .reduce((earlier, later) -> later);
  }

  private List<Piece> pieces() {
    return event.missing().isEmpty()
        ? event.materials().stream().map(code -> piece(code, null)).toList()
        : event.missing().stream().map(this::missing).toList();
  }

  private Piece missing(MissingMaterial one) {
    return piece(one.materialCode(), one.what());
  }

  private Piece piece(String code, String what) {
    Material material = code == null ? null : now.basis().item().material(code);
    return material == null
        ? new Piece(code, null, what)
        : now.stored().materials().stream()
            .filter(one -> what == null && one.eventNumber() == event.number())
            .filter(one -> one.code().equals(code))
            .map(StoredMaterial::origin)
            .filter(Objects::nonNull)
            .findFirst()
            .map(origin -> takenOver(material, origin))
            .orElseGet(() -> new Piece(material.name(), material.nameEn(), what));
  }

  /** What no paper was asked for, and why. */
  private static Piece takenOver(Material material, MaterialOrigin origin) {
    String english = material.nameEn() == null ? material.name() : material.nameEn();
    return origin.document() == null
        ? new Piece(
            material.name() + "（采用" + origin.source().caseNumber() + "号办件中已提交的材料，未重复收取）",
            english
                + " (taken over from case "
                + origin.source().caseNumber()
                + ", not asked for again)",
            null)
        : new Piece(
            material.name() + "（采用" + origin.document().number() + "文书，未收取纸质材料）",
            english
                + " (taken over from document "
                + origin.document().number()
                + ", no paper asked for)",
            null);
  }

  /** What is handed in is told when it will have been looked at, not when the case will be done. */
  private LocalDate due() {
    boolean handedIn =
        event.kind() == CaseEventKind.SUBMITTED
            || event.kind() == CaseEventKind.SUPPLEMENTED
            || event.kind() == CaseEventKind.ORIGINALS_RECEIVED;
    return handedIn && now.standing().accepted()
        ? null
        : now.deadlines().deadline().flatMap(Derivation::dueDate).orElse(null);
  }

  /** What begins with it, also behind a fork or a join. */
  private BegunStep begun() {
    if (event.toStepId() == null) {
      return null;
    }
    return now.standing().live().stream()
        .filter(visit -> visit.enteredAt().equals(now.standing().lastAt()))
        .map(visit -> begun(step(visit.stepId())))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private BegunStep begun(FlowStep step) {
    SpecialStep special = special(step.kind());
    return special == null
        ? null
        : new BegunStep(
            special,
            now.standing().flow().fullName(step, FlowLanguage.ZH),
            now.standing().flow().fullName(step, FlowLanguage.EN),
            step.limit(),
            step.countsTowardLimit() ? null : step.excludedBy());
  }

  private FlowStep step(String id) {
    return now.basis().terms().flow().step(id);
  }

  private static SpecialStep special(StepKind kind) {
    return switch (kind) {
      case HEARING -> SpecialStep.HEARING;
      case EXPERT_REVIEW -> SpecialStep.EXPERT_REVIEW;
      case PUBLIC_NOTICE -> SpecialStep.PUBLIC_NOTICE;
      case DELIVERY -> SpecialStep.DELIVERY;
      case SUBMISSION,
          PRE_REVIEW,
          ACCEPTANCE,
          REVIEW,
          FORMAL_REVIEW,
          INSPECTION,
          COMMITTEE_REVIEW,
          APPROVAL,
          CONTRACT,
          EXECUTION,
          EVALUATION,
          ANNOUNCEMENT,
          ISSUANCE,
          FORK,
          JOIN,
          CLOSURE,
          TERMINATION ->
          null;
    };
  }

  private static Procedure procedure(Category category) {
    return switch (category) {
      case LICENCE -> Procedure.LICENCE;
      case PAYMENT, CONFIRMATION, REWARD, ADJUDICATION, OTHER -> Procedure.APPLICATION;
      case PUBLIC_SERVICE -> Procedure.SERVICE;
      case PENALTY, COERCION, LEVY, INSPECTION -> Procedure.OWN_INITIATIVE;
    };
  }

  private static Ending ending(CaseState state) {
    return switch (state) {
      case SUBMITTED, IN_CORRECTION, IN_PROGRESS, PAUSED -> Ending.OPEN;
      case GRANTED -> Ending.GRANTED;
      case REFUSED -> Ending.REFUSED;
      case NOT_ACCEPTED -> Ending.NOT_ACCEPTED;
      case WITHDRAWN -> Ending.WITHDRAWN;
      case REVOKED -> Ending.REVOKED;
    };
  }
}
