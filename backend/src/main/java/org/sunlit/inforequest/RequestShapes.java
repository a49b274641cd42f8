package org.sunlit.inforequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.DeskInfoRequest;
import org.sunlit.api.model.InfoRequestActCode;
import org.sunlit.api.model.InfoRequestActionCode;
import org.sunlit.api.model.InfoRequestAnswer;
import org.sunlit.api.model.InfoRequestApplicantKind;
import org.sunlit.api.model.InfoRequestChannel;
import org.sunlit.api.model.InfoRequestConsultation;
import org.sunlit.api.model.InfoRequestConsulted;
import org.sunlit.api.model.InfoRequestDecision;
import org.sunlit.api.model.InfoRequestDecisionKind;
import org.sunlit.api.model.InfoRequestForm;
import org.sunlit.api.model.InfoRequestGround;
import org.sunlit.api.model.InfoRequestOpinion;
import org.sunlit.api.model.InfoRequestOwnAction;
import org.sunlit.api.model.InfoRequestReceipt;
import org.sunlit.api.model.InfoRequestState;
import org.sunlit.api.model.InfoRequestWay;
import org.sunlit.api.model.OpenedInfoRequest;
import org.sunlit.api.model.TrackedInfoRequest;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.inforequest.RequestReads.Opened;
import org.sunlit.inforequest.RequestReads.Said;
import org.sunlit.inforequest.rules.Decision;
import org.sunlit.inforequest.rules.OwnAction;
import org.sunlit.inforequest.rules.RequestAct;
import org.sunlit.inforequest.rules.RequestActKind;
import org.sunlit.inforequest.rules.RequestAction;
import org.sunlit.inforequest.rules.RequestClock;
import org.sunlit.inforequest.rules.RequestClock.Running;
import org.sunlit.inforequest.rules.RequestRules;
import org.sunlit.inforequest.rules.RequestStanding;
import org.sunlit.inforequest.rules.RequestStanding.Consultation;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentNames;

/** Requests in the contract's words, as each reader may see them. */
@ApplicationScoped
class RequestShapes {
  private static final String LAW = "《中华人民共和国政府信息公开条例》";

  private final CalendarService calendars;
  private final Clock clock;

  RequestShapes(CalendarService calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  static InfoRequestReceipt receipt(InfoRequests.Receipt receipt) {
    return new InfoRequestReceipt()
        .number(receipt.number())
        .trackingCode(receipt.trackingCode())
        .receivedAt(CityTime.offset(receipt.receivedAt()))
        .answerBy(CityTime.offset(receipt.answerBy()));
  }

  private RequestRules.Today today() {
    return new RequestRules.Today(clock.instant(), calendars.current());
  }

  private Running running(RequestStanding standing) {
    return RequestClock.running(standing, calendars.current()).orElse(null);
  }

  /** As the applicant sees it: what they were told, and who does what within the office not. */
  TrackedInfoRequest tracked(Opened opened) {
    RequestStanding standing = opened.request().standing();
    Content content = opened.content();
    Running running = running(standing);
    TrackedInfoRequest shown =
        new TrackedInfoRequest()
            .number(opened.request().number())
            .state(forTheApplicant(standing))
            .department(DepartmentNames.named(standing.department(), opened.departments()))
            .title(content.title())
            .description(content.description())
            .form(InfoRequestForm.fromString(content.form()))
            .way(InfoRequestWay.fromString(content.way()))
            .receivedAt(CityTime.offset(standing.receivedAt()))
            .late(running != null && running.dueAt().isBefore(clock.instant()))
            .answer(answer(standing, opened))
            .acts(acts(opened, RequestActKind::forTheApplicant, RequestActKind::saysToTheApplicant))
            .possible(
                Stream.of(OwnAction.values())
                    .filter(action -> RequestRules.possible(standing, action, today()))
                    .map(action -> InfoRequestOwnAction.fromString(action.code()))
                    .toList());
    // Whoever told them speaks for the department.
    shown.getActs().forEach(act -> act.by(null).byEn(null).opinion(null));
    if (standing.reviewedBy() != null) {
      shown.reviewed(
          standing.changed()
              ? TrackedInfoRequest.ReviewedEnum.CHANGED
              : TrackedInfoRequest.ReviewedEnum.CONFIRMED);
    }
    if (running != null) {
      shown
          .dueAt(CityTime.offset(running.dueAt()))
          .dueFor(TrackedInfoRequest.DueForEnum.fromString(running.what().code()))
          .deadline(DerivationMapper.toApi(running.derivation()));
    }
    return shown;
  }

  /** That an answer is drafted is nothing for the applicant before it is released. */
  private static InfoRequestState forTheApplicant(RequestStanding standing) {
    return switch (standing.state()) {
      case DRAFTED ->
          standing.reviewAskedAt() == null ? InfoRequestState.IN_HAND : InfoRequestState.REVIEWING;
      case RECEIVED, IN_HAND, CLARIFYING, ANSWERED, REVIEWING, WITHDRAWN, LAPSED ->
          InfoRequestState.fromString(standing.state().code());
    };
  }

  /** As somebody of the office, or a supervisor, sees it. */
  OpenedInfoRequest opened(Opened opened, RequestRules.Reader reader) {
    RequestStanding standing = opened.request().standing();
    Content content = opened.content();
    Running running = running(standing);
    OpenedInfoRequest shown =
        new OpenedInfoRequest()
            .summary(summary(opened, running))
            .name(content.name())
            .identityNumber(content.identityNumber())
            .contact(content.contact())
            .phone(content.phone())
            .email(content.email())
            .address(content.address())
            .description(content.description())
            .form(InfoRequestForm.fromString(content.form()))
            .way(InfoRequestWay.fromString(content.way()))
            .suggestsPublication(opened.request().suggestsPublication())
            .consultations(standing.consultations().stream().map(this::consultation).toList())
            .answer(answer(standing, opened))
            .acts(acts(opened, kind -> true, kind -> true))
            .possible(
                RequestRules.possible(standing, reader, today()).stream()
                    .map(action -> InfoRequestActionCode.fromString(action.code()))
                    .toList())
            .version(standing.version());
    if (standing.draft() != null) {
      shown
          .draft(decision(standing.draft(), opened.departments()))
          .draftWords(opened.words(standing.draftAct()));
    }
    if (standing.reviewedBy() != null) {
      shown.reviewed(
          standing.changed()
              ? OpenedInfoRequest.ReviewedEnum.CHANGED
              : OpenedInfoRequest.ReviewedEnum.CONFIRMED);
    }
    if (RequestRules.possible(standing, RequestAction.ASK_CLARIFICATION, today())) {
      shown.clarifyBy(CityTime.offset(RequestClock.clarifyBy(standing, calendars.current())));
    }
    if (running != null) {
      shown
          .dueFor(OpenedInfoRequest.DueForEnum.fromString(running.what().code()))
          .deadline(DerivationMapper.toApi(running.derivation()));
    }
    return shown;
  }

  private DeskInfoRequest summary(Opened opened, Running running) {
    RequestStanding standing = opened.request().standing();
    return new DeskInfoRequest()
        .number(opened.request().number())
        .state(InfoRequestState.fromString(standing.state().code()))
        .channel(InfoRequestChannel.fromString(standing.channel().code()))
        .applicantKind(InfoRequestApplicantKind.fromString(opened.request().applicantKind().code()))
        .title(opened.content().title())
        .department(DepartmentNames.named(standing.department(), opened.departments()))
        .receivedAt(CityTime.offset(standing.receivedAt()))
        .dueAt(running == null ? null : CityTime.offset(running.dueAt()))
        .late(running != null && running.dueAt().isBefore(clock.instant()))
        .extended(standing.extendedDays() > 0)
        .decision(
            standing.decision() == null
                ? null
                : InfoRequestDecisionKind.fromString(standing.decision().kind().code()));
  }

  private InfoRequestConsultation consultation(Consultation asked) {
    return new InfoRequestConsultation()
        .number(asked.number())
        .of(InfoRequestConsulted.fromString(asked.of().code()))
        .sentAt(CityTime.offset(asked.sentAt()))
        .dueAt(CityTime.offset(RequestClock.opinionBy(asked, calendars.current())))
        .opinion(
            asked.opinion() == null ? null : InfoRequestOpinion.fromString(asked.opinion().code()));
  }

  /** The written answer with what can be done against it; null before it is released. */
  private static InfoRequestAnswer answer(RequestStanding standing, Opened opened) {
    Decision decision = standing.decision();
    if (decision == null) {
      return null;
    }
    Instant at = standing.answeredAt();
    LocalDate day = LocalDate.ofInstant(at, CityTime.ZONE);
    return new InfoRequestAnswer()
        .decision(decision(decision, opened.departments()))
        .words(opened.words(standing.answerAct()))
        .answeredAt(CityTime.offset(at))
        .reconsiderationFirst(decision.kind().reconsiderationFirst())
        .reconsiderationDays(Decision.RECONSIDERATION_DAYS)
        .reconsiderationBy(day.plusDays(Decision.RECONSIDERATION_DAYS))
        .lawsuitMonths(Decision.LAWSUIT_MONTHS)
        .lawsuitBy(day.plusMonths(Decision.LAWSUIT_MONTHS))
        .lawsuitDaysAfter(Decision.LAWSUIT_DAYS_AFTER);
  }

  private static InfoRequestDecision decision(
      Decision decision, Map<String, DepartmentReference> names) {
    return new InfoRequestDecision()
        .kind(InfoRequestDecisionKind.fromString(decision.kind().code()))
        .ground(
            decision.ground() == null
                ? null
                : InfoRequestGround.fromString(decision.ground().code()))
        .authority(
            decision.authority() == null
                ? null
                : DepartmentNames.named(decision.authority(), names))
        .publicInterest(decision.publicInterest())
        .law(LAW)
        .articles(decision.articles());
  }

  private static List<org.sunlit.api.model.InfoRequestAct> acts(
      Opened opened, Predicate<RequestActKind> shown, Predicate<RequestActKind> withWords) {
    List<RequestAct> acts = opened.request().acts();
    return IntStream.range(0, acts.size())
        .filter(place -> shown.test(RequestActKind.of(acts.get(place))))
        .mapToObj(
            place -> {
              RequestAct act = acts.get(place);
              Said said = opened.said().get(place);
              var one = act(act, place + 1, said, opened.departments());
              return withWords.test(RequestActKind.of(act)) ? one.words(said.words()) : one;
            })
        .toList();
  }

  private static org.sunlit.api.model.InfoRequestAct act(
      RequestAct act, int number, Said said, Map<String, DepartmentReference> names) {
    var shown =
        new org.sunlit.api.model.InfoRequestAct()
            .number(number)
            .kind(InfoRequestActCode.fromString(RequestActKind.of(act).code()))
            .at(CityTime.offset(act.at()))
            .by(said.name())
            .byEn(said.nameEn());
    if (act instanceof RequestAct.ClarificationAsked asked) {
      shown.days(asked.days());
    } else if (act instanceof RequestAct.ReasonsAsked asked) {
      shown.days(asked.days());
    } else if (act instanceof RequestAct.ExtensionAsked asked) {
      shown.days(asked.days());
    } else if (act instanceof RequestAct.ExtensionGranted granted) {
      shown.days(granted.days());
    } else if (act instanceof RequestAct.Consulted consulted) {
      shown.consulted(InfoRequestConsulted.fromString(consulted.of().code()));
    } else if (act instanceof RequestAct.OpinionEntered entered) {
      shown.opinion(InfoRequestOpinion.fromString(entered.opinion().code()));
    } else if (act instanceof RequestAct.Drafted drafted) {
      shown.decision(decision(drafted.decision(), names));
    }
    return shown;
  }
}
