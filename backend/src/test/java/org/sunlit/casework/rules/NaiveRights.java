package org.sunlit.casework.rules;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sunlit.platform.CityTime;

/** What may be done to a {@link NaiveCase} as it stands, and in which of its steps. */
final class NaiveRights {
  private final NaiveCase life;
  private final NaiveFlow flow;

  NaiveRights(NaiveCase life) {
    this.life = life;
    this.flow = life.flow;
  }

  /** The step it is done in; null when there is none or more than one. */
  String stepOf(CaseCommand command) {
    if (command.action() == CaseAction.REOPEN) {
      return life.reopenTargets().isEmpty() ? null : life.decidedIn();
    }
    if (whole(command.action())) {
      return life.tokens.isEmpty() ? null : life.tokens.iterator().next();
    }
    List<String> could =
        life.tokens.stream().filter(each -> offers(command.action(), each)).toList();
    if (command.step() != null) {
      return could.contains(command.step()) ? command.step() : null;
    }
    return could.size() == 1 ? could.get(0) : null;
  }

  private static boolean whole(CaseAction action) {
    return Set.of("pause", "resume", "extend", "supplement", "withdraw", "mark-green")
        .contains(action.code());
  }

  private boolean offers(CaseAction action, String step) {
    String kind = flow.kind(step);
    boolean atWindow = life.state.equals("submitted") && kind.equals("acceptance");
    boolean online = life.state.equals("submitted") && kind.equals("preReview");
    boolean onward =
        (life.state.equals("submitted") && !atWindow && !online) || life.state.equals("inProgress");
    boolean goesOn = flow.ways(step).stream().anyMatch(way -> !way.equals("reject"));
    boolean plain = !kind.equals("approval") && !kind.equals("closure");
    return switch (action) {
      case ACCEPT -> atWindow && goesOn;
      case REFUSE -> (atWindow || online) && flow.ways(step).contains("reject");
      case REQUEST_CORRECTION -> atWindow || online;
      case REQUEST_ORIGINALS -> online && goesOn && !life.originalsAsked;
      case RECEIVE_ORIGINALS -> life.state.equals("inCorrection") && !life.originals.isEmpty();
      case ADVANCE -> online && goesOn || onward && plain && !flow.ways(step).isEmpty();
      case DECIDE -> onward && kind.equals("approval") && !flow.ways(step).isEmpty();
      case CLOSE -> onward && kind.equals("closure");
      case RETURN -> onward && flow.backTo(step) != null && life.been.contains(flow.backTo(step));
      case PAUSE, RESUME, EXTEND, SUPPLEMENT, WITHDRAW, MARK_GREEN, REOPEN -> false;
    };
  }

  /** Whether this may be done to it there. */
  boolean may(CaseCommand command, String step, Handler by) {
    boolean said = command.reason() != null;
    String way = command.outcome() == null ? "pass" : command.outcome();
    boolean judges = !Set.of("resume", "supplement", "withdraw").contains(command.action().code());
    // What concerns the whole case is done where the branches begin, in a fork without risks.
    boolean atFork = whole(command.action()) && life.tokens.size() > 1;
    boolean grave =
        !atFork
            && flow.step(step).risks().stream().anyMatch(risk -> risk.grade().name().equals("A"));
    boolean seen = command.riskConfirmed() || !grave || !judges;
    boolean acceptorDecides =
        by.account().equals(life.acceptor)
            && (command.action() == CaseAction.DECIDE
                || command.action() == CaseAction.ADVANCE && "reject".equals(command.outcome()));
    if (acceptorDecides || !seen) {
      return false;
    }
    return switch (command.action()) {
      case ACCEPT -> flow.ways(step).contains(way) && !way.equals("reject");
      case REFUSE -> said;
      case REQUEST_CORRECTION -> mayAsk(command.missing());
      case REQUEST_ORIGINALS ->
          !command.missing().isEmpty()
              && command.missing().stream()
                  .allMatch(one -> life.matter.originals().contains(one.materialCode()));
      case RECEIVE_ORIGINALS -> command.materials().containsAll(life.originals);
      case MARK_GREEN ->
          !life.decided && !life.green && said && "majorProject".equals(command.ground());
      case REOPEN -> said && mayReopen(command);
      case ADVANCE ->
          flow.ways(step).contains(way)
              && !(life.state.equals("submitted")
                  && way.equals("reject")
                  && flow.kind(step).equals("preReview"))
              && (said || !flow.endsBadly(flow.next(step, way)));
      case DECIDE -> mayDecide(command, step, way, said);
      case CLOSE -> true;
      case RETURN ->
          said && (command.toStep() == null || command.toStep().equals(flow.backTo(step)));
      case PAUSE ->
          life.state.equals("inProgress")
              && !life.stands
              && !life.closing()
              && said
              && lawful(command);
      case RESUME -> life.state.equals("paused");
      case EXTEND ->
          life.state.equals("inProgress")
              && !life.decided
              && !life.extended
              && said
              && command.days() != null
              && command.days() >= 1
              && command.days() <= 10;
      case SUPPLEMENT -> life.state.equals("inCorrection") && life.originals.isEmpty();
      case WITHDRAW -> !life.decided;
    };
  }

  private boolean mayDecide(CaseCommand command, String step, String way, boolean said) {
    if (command.grant() == null) {
      return false;
    }
    return command.grant()
        ? !way.equals("reject")
            && flow.ways(step).contains(way)
            && (said || !flow.endsBadly(flow.next(step, way)))
        : said && flow.ways(step).contains("reject");
  }

  private boolean mayAsk(List<MissingMaterial> missing) {
    Set<String> toldCodes = new HashSet<>();
    life.told.forEach(one -> toldCodes.add(one.materialCode()));
    return !missing.isEmpty()
        && missing.stream()
            .allMatch(
                one ->
                    life.matter.materialCodes().contains(one.materialCode())
                        && (life.told.isEmpty() || toldCodes.contains(one.materialCode())));
  }

  /** The grounds of 行政许可法第四十五条 carry their article; a public notice has to cite its own. */
  private static boolean lawful(CaseCommand command) {
    return "hearing".equals(command.ground())
        || "expertReview".equals(command.ground())
        || "publicNotice".equals(command.ground()) && command.reason().contains("第二十六条");
  }

  private boolean mayReopen(CaseCommand command) {
    ReviewDecision review = command.review();
    LocalDate today = life.moment.atZone(CityTime.ZONE).toLocalDate();
    return review != null
        && review.documentNumber() != null
        && !review.decidedOn().isAfter(today)
        && !review.clockFrom().isAfter(today)
        && !review.clockFrom().isBefore(review.decidedOn())
        && (command.toStep() == null || life.reopenTargets().contains(command.toStep()));
  }
}
