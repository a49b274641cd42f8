package org.sunlit.inforequest.rules;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.inforequest.rules.RequestStanding.Consultation;

/** What may be done about a request as it stands, and by whom. */
public final class RequestRules {
  private RequestRules() {}

  /**
   * Somebody of the staff before a request.
   *
   * @param department the one whose disclosure office 政府信息公开工作机构 they work for; null for none
   * @param handles whether they register, ask, consult and draft
   * @param heads whether they head it: they extend, release and judge what has lapsed
   * @param supervises whether they see every request and handle none
   */
  public record Reader(
      String account, String department, boolean handles, boolean heads, boolean supervises) {}

  /** The moment, and the calendar to count by. */
  public record Today(Instant now, WorkingCalendar calendar) {}

  /** Whether it is there for this reader at all. */
  public static boolean sees(RequestStanding request, Reader reader) {
    return reader.supervises() || ofItsOffice(request, reader);
  }

  /** What this reader can do about it now. */
  public static Set<RequestAction> possible(RequestStanding request, Reader reader, Today today) {
    Set<RequestAction> possible = EnumSet.noneOf(RequestAction.class);
    for (RequestAction action : RequestAction.values()) {
      if (mayEver(request, action, reader) && possible(request, action, today)) {
        possible.add(action);
      }
    }
    return possible;
  }

  /** Whether this is somebody's part, whatever the request's state. */
  public static boolean mayEver(RequestStanding request, RequestAction action, Reader reader) {
    boolean clerk = ofItsOffice(request, reader) && reader.handles() && !reader.supervises();
    boolean head = clerk && reader.heads();
    boolean notBefore = !request.answeredBy().contains(reader.account());
    return switch (action) {
      case ACKNOWLEDGE,
          ASK_CLARIFICATION,
          ENTER_SUPPLEMENT,
          ASK_REASONS,
          ENTER_REASONS,
          CONSULT,
          ENTER_OPINION,
          ASK_EXTENSION,
          ENTER_WITHDRAWAL ->
          clerk;
      case LAPSE -> head;
      case GRANT_EXTENSION, REFUSE_EXTENSION ->
          head && !reader.account().equals(request.extensionAskedBy());
      case DRAFT, CONFIRM -> clerk && notBefore;
      case RETURN_DRAFT, RELEASE -> head && !reader.account().equals(request.drafter());
    };
  }

  /** Whether it can be done as the request stands, by whoever may. */
  public static boolean possible(RequestStanding request, RequestAction action, Today today) {
    RequestState state = request.state();
    boolean inHand = state == RequestState.IN_HAND;
    return switch (action) {
      case ACKNOWLEDGE -> state == RequestState.RECEIVED;
      case ASK_CLARIFICATION ->
          (inHand || state == RequestState.RECEIVED)
              && request.clarificationAskedAt() == null
              && !today.now().isAfter(RequestClock.clarifyBy(request, today.calendar()));
      case ENTER_SUPPLEMENT -> state == RequestState.CLARIFYING;
      case LAPSE -> state == RequestState.CLARIFYING && timeIsUp(request, today);
      case ASK_REASONS -> inHand && request.reasonsAskedAt() == null;
      case ENTER_REASONS -> inHand && request.reasonsOpen();
      case CONSULT -> inHand && !timeIsUp(request, today);
      case ENTER_OPINION -> inHand && request.consultations().stream().anyMatch(Consultation::open);
      case ASK_EXTENSION ->
          inHand && request.extensionAskedBy() == null && !timeIsUp(request, today);
      case GRANT_EXTENSION -> inHand && request.extensionOpen() && !timeIsUp(request, today);
      case REFUSE_EXTENSION -> inHand && request.extensionOpen();
      case DRAFT -> inHand && !waitsForOpinions(request, today) || state == RequestState.REVIEWING;
      case RETURN_DRAFT, RELEASE -> state == RequestState.DRAFTED;
      case CONFIRM -> state == RequestState.REVIEWING;
      case ENTER_WITHDRAWAL -> mayWithdraw(request);
    };
  }

  /** Whether the applicant can do this now. */
  public static boolean possible(RequestStanding request, OwnAction action, Today today) {
    return switch (action) {
      case SUPPLEMENT -> request.state() == RequestState.CLARIFYING;
      case GIVE_REASONS -> request.state() == RequestState.IN_HAND && request.reasonsOpen();
      case ASK_REVIEW ->
          request.state() == RequestState.ANSWERED && request.reviewAskedAt() == null;
      case WITHDRAW -> mayWithdraw(request);
    };
  }

  /** Whether the answer says too much or too little for what it rests on. */
  public enum Flaw {
    /** something is kept back and no ground is given (arts. 14 to 16, 36(3)) */
    GROUND_MISSING,
    /** nothing is kept back, so there is nothing to give a ground for */
    GROUND_WITHOUT_NEED,
    /** reasons weren't asked for, or their time isn't over (art. 35) */
    REASONS_NOT_HEARD,
    /** a third party objected: it needs the public interest (art. 32) */
    OBJECTION_OVERRULED,
    /** only what another authority has is passed to its address (art. 36(5)) */
    AUTHORITY_WITHOUT_NEED
  }

  /** What is wrong with a decision; empty when it may be drafted. */
  public static Set<Flaw> flaws(RequestStanding request, Decision decision, Today today) {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    DecisionKind kind = decision.kind();
    if (kind.keepsBack() && decision.ground() == null) {
      flaws.add(Flaw.GROUND_MISSING);
    }
    if (!kind.keepsBack() && decision.ground() != null) {
      flaws.add(Flaw.GROUND_WITHOUT_NEED);
    }
    if (kind == DecisionKind.UNREASONABLE && !reasonsHeard(request, today)) {
      flaws.add(Flaw.REASONS_NOT_HEARD);
    }
    if (kind.givesAll() && request.objected() && !decision.publicInterest()) {
      flaws.add(Flaw.OBJECTION_OVERRULED);
    }
    if (kind != DecisionKind.NOT_OURS && decision.authority() != null) {
      flaws.add(Flaw.AUTHORITY_WITHOUT_NEED);
    }
    return flaws;
  }

  private static boolean reasonsHeard(RequestStanding request, Today today) {
    return request.reasonsAskedAt() != null
        && (!request.reasonsOpen()
            || today.now().isAfter(RequestClock.reasonsBy(request, today.calendar())));
  }

  private static boolean waitsForOpinions(RequestStanding request, Today today) {
    return request.consultations().stream()
        .anyMatch(
            each ->
                each.open()
                    && !today.now().isAfter(RequestClock.opinionBy(each, today.calendar())));
  }

  private static boolean timeIsUp(RequestStanding request, Today today) {
    return RequestClock.running(request, today.calendar())
        .filter(running -> today.now().isAfter(running.dueAt()))
        .isPresent();
  }

  private static boolean mayWithdraw(RequestStanding request) {
    return !request.state().over() && request.firstAnsweredAt() == null;
  }

  private static boolean ofItsOffice(RequestStanding request, Reader reader) {
    return reader.department() != null && reader.department().equals(request.department());
  }
}
