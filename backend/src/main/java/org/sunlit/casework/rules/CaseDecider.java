package org.sunlit.casework.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sunlit.calendar.LegalBasis;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.PauseGround;
import org.sunlit.calendar.Statutes;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.RiskGrade;
import org.sunlit.powerlist.flow.StepKind;

/**
 * Rules on one command: either it becomes an event, or the ruling says what is possible instead.
 * The event's time is the clock's, but never before the case's last event: a clock that jumps back
 * neither shortens nor reorders anything.
 */
public final class CaseDecider {
  /** What an article citation looks like: 第四十五条, or 第45条. */
  private static final Pattern ARTICLE = Pattern.compile("第[〇零一二三四五六七八九十百千0-9]+条");

  private final Standing standing;
  private final CaseCommand command;
  private final Possible possible;
  private final Instant at;
  private final Matter matter;
  private final FlowStep step;
  private final List<Lack> lacks = new ArrayList<>();

  private CaseDecider(
      Standing standing, CaseCommand command, Possible possible, Instant at, Matter matter) {
    this.standing = standing;
    this.command = command;
    this.possible = possible;
    this.at = at;
    this.matter = matter;
    this.step = standing.flow().step(possible.stepId());
  }

  /** The first event of a case: it is handed in and goes to the step after the submission. */
  public static CaseEvent submission(
      FlowDefinition flow, Instant now, Handler by, List<String> materials) {
    FlowStep start = flow.start();
    FlowStep first =
        flow.next(start.id(), FlowEdge.PASS)
            .orElseThrow(
                () -> new IllegalArgumentException("Flow " + flow.code() + " leads nowhere"));
    return CaseEvent.of(1, CaseEventKind.SUBMITTED, now, start.id(), first.id(), FlowEdge.PASS)
        .with(by, null, false)
        .bringing(materials);
  }

  /**
   * Rules on a command.
   *
   * @param standing where the case stands
   * @param command what is wanted
   * @param now the clock's time
   * @param hand who wants it
   * @param matter what the case is about
   */
  public static Ruling decide(
      Standing standing, CaseCommand command, Instant now, Hand hand, Matter matter) {
    List<String> steps = stepsToChooseFrom(standing, command);
    if (steps.size() > 1) {
      return new Ruling.Unacceptable(
          List.of(Lack.of("/step", Lack.Code.STEP_NEEDED, String.join(", ", steps))));
    }
    Optional<Possible> possible = CaseRules.possible(standing, command.action(), command.step());
    if (possible.isEmpty()) {
      return new Ruling.Impossible(
          CaseRules.possible(standing).stream().map(Possible::action).toList());
    }
    Optional<Bar> bar = Duties.bar(standing, command.action(), command.outcome(), hand);
    if (bar.isPresent()) {
      return new Ruling.Barred(bar.get());
    }
    Instant at = now.isBefore(standing.lastAt()) ? standing.lastAt() : now;
    return new CaseDecider(standing, command, possible.get(), at, matter).rule(hand.handler());
  }

  /** While work is done in several steps, the command says which one it means. */
  private static List<String> stepsToChooseFrom(Standing standing, CaseCommand command) {
    return command.step() != null || command.action().ofWholeCase()
        ? List.of()
        : CaseRules.possible(standing).stream()
            .filter(possible -> possible.action() == command.action())
            .map(Possible::stepId)
            .distinct()
            .toList();
  }

  private Ruling rule(Handler by) {
    CaseEvent event =
        switch (command.action()) {
          case ACCEPT -> along(CaseEventKind.ACCEPTED, command.outcome(), true);
          case REFUSE -> along(CaseEventKind.REFUSED, FlowEdge.REJECT, true);
          case ADVANCE -> along(CaseEventKind.ADVANCED, command.outcome(), false);
          case DECIDE -> decision();
          case RETURN -> goingBack();
          case REQUEST_CORRECTION -> correction();
          case REQUEST_ORIGINALS -> askingForOriginals();
          case RECEIVE_ORIGINALS -> originals();
          case MARK_GREEN -> green();
          case REOPEN -> reopening();
          case SUPPLEMENT -> staying(CaseEventKind.SUPPLEMENTED).bringing(command.materials());
          case PAUSE -> pause();
          case RESUME -> staying(CaseEventKind.RESUMED);
          case EXTEND -> extension();
          case CLOSE -> staying(CaseEventKind.CLOSED);
          case WITHDRAW ->
              staying(CaseEventKind.WITHDRAWN).undoing(Undoing.byEnding(standing, null));
        };
    needReason(possible.needsReason());
    needRiskConfirmed();
    return lacks.isEmpty()
        ? new Ruling.Done(event.with(by, command.reason(), command.riskConfirmed()))
        : new Ruling.Unacceptable(lacks);
  }

  private CaseEvent staying(CaseEventKind kind) {
    return CaseEvent.of(standing.version() + 1, kind, at, step.id(), null, null);
  }

  private CaseEvent going(CaseEventKind kind, String toStep, String outcome) {
    return CaseEvent.of(standing.version() + 1, kind, at, step.id(), toStep, outcome)
        .undoing(Undoing.by(standing, step.id(), toStep));
  }

  private CaseEvent along(CaseEventKind kind, String wanted, boolean onlyListed) {
    String outcome = wanted == null ? FlowEdge.PASS : wanted;
    Optional<FlowEdge> way =
        possible.ways().stream().filter(edge -> edge.outcome().equals(outcome)).findFirst();
    if (way.isEmpty()) {
      lacks.add(Lack.of("/outcome", Lack.Code.OUTCOME_UNKNOWN, outcomes()));
      return staying(kind);
    }
    needReason(!onlyListed && ends(way.get()));
    return going(kind, way.get().to(), outcome);
  }

  private CaseEvent decision() {
    if (command.grant() == null) {
      lacks.add(Lack.of("/decision", Lack.Code.DECISION_NEEDED));
      return staying(CaseEventKind.DECIDED);
    }
    if (command.grant()) {
      if (FlowEdge.REJECT.equals(command.outcome())) {
        lacks.add(Lack.of("/outcome", Lack.Code.OUTCOME_UNKNOWN, outcomes()));
      }
      return along(CaseEventKind.DECIDED, command.outcome(), false);
    }
    return along(CaseEventKind.DECIDED, FlowEdge.REJECT, false);
  }

  private CaseEvent goingBack() {
    String target = command.toStep() == null ? possible.returnTo().get(0) : command.toStep();
    if (!possible.returnTo().contains(target)) {
      lacks.add(
          Lack.of(
              "/toStep", Lack.Code.RETURN_NOT_POSSIBLE, String.join(", ", possible.returnTo())));
    }
    return going(CaseEventKind.RETURNED, target, FlowEdge.RETURN);
  }

  private CaseEvent correction() {
    if (command.missing().isEmpty()) {
      lacks.add(Lack.of("/missing", Lack.Code.MISSING_NEEDED));
    }
    for (int place = 0; place < command.missing().size(); place++) {
      MissingMaterial one = command.missing().get(place);
      if (one.what() == null || one.what().isBlank()) {
        lacks.add(Lack.of("/missing/" + place + "/what", Lack.Code.MISSING_NEEDED));
      }
      if (one.materialCode() != null && !matter.materialCodes().contains(one.materialCode())) {
        lacks.add(
            Lack.of(
                "/missing/" + place + "/materialCode",
                Lack.Code.MATERIAL_UNKNOWN,
                one.materialCode()));
      } else {
        needToldAtFirst(one, place);
      }
    }
    return staying(CaseEventKind.CORRECTION_REQUESTED).asking(command.missing());
  }

  /**
   * Everything missing is told once (一次告知, 行政许可法第三十二条第一款第四项; C6). What was told may still be
   * missing or wrong after a supplement and be asked for again; what was not is too late.
   */
  private void needToldAtFirst(MissingMaterial one, int place) {
    if (standing.told().isEmpty() || one.toldWith(standing.told())) {
      return;
    }
    String told =
        standing.told().stream()
            .map(each -> each.materialCode() == null ? each.what() : each.materialCode())
            .distinct()
            .collect(Collectors.joining("; "));
    String pointer = "/missing/" + place + (one.materialCode() == null ? "/what" : "/materialCode");
    lacks.add(Lack.of(pointer, Lack.Code.NOT_TOLD_AT_FIRST, told));
  }

  private CaseEvent askingForOriginals() {
    FlowStep window = standing.flow().next(step.id(), FlowEdge.PASS).orElseThrow();
    if (command.missing().isEmpty()) {
      lacks.add(Lack.of("/missing", Lack.Code.ORIGINALS_NEEDED));
    }
    for (int place = 0; place < command.missing().size(); place++) {
      MissingMaterial one = command.missing().get(place);
      if (one.what() == null || one.what().isBlank()) {
        lacks.add(Lack.of("/missing/" + place + "/what", Lack.Code.MISSING_NEEDED));
      }
      // What the published list wants in the original was told before anybody applied (第三十条).
      if (one.materialCode() == null || !matter.originals().contains(one.materialCode())) {
        lacks.add(Lack.of("/missing/" + place + "/materialCode", Lack.Code.ORIGINAL_NOT_LISTED));
      }
    }
    return going(CaseEventKind.ORIGINALS_REQUESTED, window.id(), FlowEdge.PASS)
        .asking(command.missing());
  }

  /** All of them have to be seen: part of them isn't what was asked for. */
  private CaseEvent originals() {
    List<String> outstanding =
        standing.originals().stream().filter(code -> !command.materials().contains(code)).toList();
    if (!outstanding.isEmpty()) {
      lacks.add(
          Lack.of("/materials", Lack.Code.ORIGINALS_OUTSTANDING, String.join(", ", outstanding)));
    }
    return staying(CaseEventKind.ORIGINALS_RECEIVED).bringing(standing.originals());
  }

  private CaseEvent green() {
    CaseEvent marked = staying(CaseEventKind.GREEN_MARKED);
    Optional<GreenGround> ground = matter.greenGround(command.ground());
    if (ground.isEmpty()) {
      String known =
          matter.greenGrounds().stream().map(GreenGround::code).collect(Collectors.joining(", "));
      lacks.add(Lack.of("/ground", Lack.Code.GREEN_GROUND_UNKNOWN, known));
      return marked;
    }
    return marked.changing(
        CaseChange.green(ground.get().shortened(matter.limit()), ground.get().mark()));
  }

  private CaseEvent reopening() {
    String target = command.toStep() == null ? possible.returnTo().get(0) : command.toStep();
    if (!possible.returnTo().contains(target)) {
      lacks.add(
          Lack.of(
              "/toStep", Lack.Code.RETURN_NOT_POSSIBLE, String.join(", ", possible.returnTo())));
    }
    CaseEvent reopened =
        CaseEvent.of(standing.version() + 1, CaseEventKind.REOPENED, at, step.id(), target, null);
    ReviewDecision review = command.review();
    if (review == null
        || review.kind() == null
        || blank(review.authority())
        || blank(review.documentNumber())
        || review.decidedOn() == null
        || review.formerWithdrawn() == null
        || review.clockFrom() == null) {
      lacks.add(Lack.of("/review", Lack.Code.REVIEW_NEEDED));
      return reopened;
    }
    LocalDate today = at.atZone(CityTime.ZONE).toLocalDate();
    if (review.decidedOn().isAfter(today)) {
      lacks.add(Lack.of("/review/decidedOn", Lack.Code.REVIEW_DATE));
    }
    if (review.clockFrom().isAfter(today) || review.clockFrom().isBefore(review.decidedOn())) {
      lacks.add(Lack.of("/review/clockFrom", Lack.Code.REVIEW_DATE));
    }
    Limit limit = review.limit() == null ? matter.limit() : review.limit();
    return reopened.changing(CaseChange.reopened(limit, review));
  }

  private static boolean blank(String said) {
    return said == null || said.isBlank();
  }

  private CaseEvent pause() {
    CaseEvent paused = staying(CaseEventKind.PAUSED);
    Optional<PauseGround> ground = ground();
    if (ground.isEmpty()) {
      lacks.add(Lack.of("/ground", Lack.Code.GROUND_NEEDED));
      return paused;
    }
    Optional<String> article = ground.get().basis().map(LegalBasis::citation);
    if (article.isEmpty() && command.reason() != null) {
      article = cited();
      if (article.isEmpty()) {
        lacks.add(Lack.of("/reason", Lack.Code.ARTICLE_NEEDED));
      }
    }
    return paused.pausedOn(ground.get().code(), article.orElse(null));
  }

  private CaseEvent extension() {
    if (matter.limit().unit() == LimitUnit.HOURS) {
      lacks.add(Lack.of("/days", Lack.Code.EXTENSION_IN_HOURS));
      return staying(CaseEventKind.EXTENDED);
    }
    int days = command.days() == null ? 0 : command.days();
    if (days < 1 || days > CaseTerms.LONGEST_EXTENSION) {
      String most = Integer.toString(CaseTerms.LONGEST_EXTENSION);
      lacks.add(Lack.of("/days", Lack.Code.EXTENSION_AMOUNT, most));
      return staying(CaseEventKind.EXTENDED);
    }
    Optional<String> article =
        matter.licence() ? Optional.of(Statutes.DECISION.citation()) : cited();
    if (article.isEmpty() && command.reason() != null) {
      lacks.add(Lack.of("/reason", Lack.Code.ARTICLE_NEEDED));
    }
    return staying(CaseEventKind.EXTENDED)
        .extendedOn(new Limit(days, matter.limit().unit()), article.orElse(null));
  }

  /** The reason, where it cites the article of the item's own statute. */
  private Optional<String> cited() {
    return Optional.ofNullable(command.reason()).filter(said -> ARTICLE.matcher(said).find());
  }

  private Optional<PauseGround> ground() {
    for (PauseGround ground : PauseGround.values()) {
      if (ground.code().equals(command.ground()) && !ground.beforeAcceptanceOnly()) {
        return Optional.of(ground);
      }
    }
    return Optional.empty();
  }

  private boolean ends(FlowEdge way) {
    return standing.flow().step(way.to()).kind() == StepKind.TERMINATION;
  }

  private void needReason(boolean needed) {
    Lack lack = Lack.of("/reason", Lack.Code.REASON_NEEDED);
    if (needed && command.reason() == null && !lacks.contains(lack)) {
      lacks.add(lack);
    }
  }

  /**
   * Going on after a pause judges nothing, so it needs no confirmation; neither does an applicant.
   */
  private void needRiskConfirmed() {
    boolean judges = !command.action().byApplicant() && command.action() != CaseAction.RESUME;
    boolean grave = step.risks().stream().anyMatch(risk -> risk.grade() == RiskGrade.A);
    if (judges && grave && !command.riskConfirmed()) {
      lacks.add(Lack.of("/confirmedRisk", Lack.Code.RISK_NOT_CONFIRMED));
    }
  }

  private String outcomes() {
    return String.join(", ", possible.ways().stream().map(FlowEdge::outcome).toList());
  }
}
