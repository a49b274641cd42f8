package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.inforequest.InfoRequestActs;
import org.sunlit.inforequest.InfoRequestActs.Wanted;
import org.sunlit.inforequest.InfoRequests;
import org.sunlit.inforequest.RequestPublications;
import org.sunlit.inforequest.rules.ApplicantKind;
import org.sunlit.inforequest.rules.ConsultedKind;
import org.sunlit.inforequest.rules.Decision;
import org.sunlit.inforequest.rules.DecisionKind;
import org.sunlit.inforequest.rules.Opinion;
import org.sunlit.inforequest.rules.OwnAction;
import org.sunlit.inforequest.rules.RefusalGround;
import org.sunlit.inforequest.rules.RequestAction;
import org.sunlit.inforequest.rules.RequestChannel;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.privacy.PublicationDraft;

/**
 * What people of the demonstration city have asked departments for (依申请公开), and what became of it:
 * given, kept back, not existing, extended, consulted about, looked at again. All of it goes
 * through the services that everybody uses.
 */
@ApplicationScoped
class DemoInfoRequests {
  private static final Logger LOG = Logger.getLogger(DemoInfoRequests.class);
  private static final String CHAPTER = "infoRequests";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(9, 40);

  /** Where invented people are: addresses for documentation (RFC 5737). */
  private static final Address HOME = Address.of("203.0.113.9");

  /**
   * What somebody asked for, and how far it has come: what is null hasn't happened.
   *
   * @param answerDays working days until it was released
   * @param onlyReceived whether nobody has registered it yet
   * @param onlyDrafted whether the answer waits for a second person
   */
  record Told(
      int daysAgo,
      String department,
      String channel,
      String kind,
      String name,
      String identity,
      String title,
      String description,
      String clarify,
      String supplement,
      String consult,
      String opinion,
      String extension,
      String decision,
      String ground,
      String answer,
      int answerDays,
      String review,
      String confirm,
      boolean publish,
      boolean onlyReceived,
      boolean onlyDrafted) {}

  private final DemoChapters chapters;
  private final InfoRequests requests;
  private final InfoRequestActs acts;
  private final RequestPublications publications;
  private final CalendarService calendar;
  private final TravellingClock clock;
  private int telephones;

  DemoInfoRequests(
      DemoChapters chapters,
      InfoRequests requests,
      InfoRequestActs acts,
      RequestPublications publications,
      CalendarService calendar,
      TravellingClock clock) {
    this.chapters = chapters;
    this.requests = requests;
    this.acts = acts;
    this.publications = publications;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Once the city's past has been lived through. */
  void tell(@Observes @Priority(3140) StartupEvent event) {
    chapters.once(CHAPTER, this::tell);
  }

  private void tell() {
    List<Told> all = DemoFiles.read("information-requests.json", new TypeReference<>() {});
    Instant now = clock.instant();
    all.forEach(told -> new Course(told, now).live());
    LOG.infof("People of the demonstration city have asked for information %d times", all.size());
  }

  /** What happens to one request, in order. */
  private final class Course {
    private final Told told;
    private final Instant now;
    private final LocalDate filedOn;
    private final Actor clerk;
    private final Actor reviewer;
    private final Actor head;
    private String number;
    private int version = 1;

    Course(Told told, Instant now) {
      this.told = told;
      this.now = now;
      this.filedOn = LocalDate.ofInstant(now, CityTime.ZONE).minusDays(told.daysAgo());
      this.clerk = somebody(Role.WINDOW_CLERK);
      this.reviewer = somebody(Role.REVIEWER);
      this.head = somebody(Role.APPROVER);
    }

    private Actor somebody(Role role) {
      return DemoFiles.actors().stream()
          .filter(actor -> actor.is(role) && told.department().equals(actor.departmentCode()))
          .findFirst()
          .orElseThrow();
    }

    void live() {
      travel(0);
      InfoRequests.Keys keys = file();
      if (told.onlyReceived()) {
        return;
      }
      act(clerk, Wanted.of(RequestAction.ACKNOWLEDGE, null));
      if (told.clarify() != null) {
        travel(2);
        act(clerk, Wanted.days(RequestAction.ASK_CLARIFICATION, told.clarify(), 10));
      }
      if (told.supplement() != null) {
        travel(5);
        own(keys, OwnAction.SUPPLEMENT, told.supplement());
      }
      if (told.consult() != null) {
        travel(3);
        act(clerk, Wanted.consult(ConsultedKind.THIRD_PARTY, told.consult()));
      }
      if (told.opinion() != null) {
        travel(10);
        act(clerk, opinion());
      }
      if (told.extension() != null) {
        travel(8);
        act(clerk, Wanted.days(RequestAction.ASK_EXTENSION, told.extension(), 20));
        if (told.decision() != null) {
          act(head, Wanted.of(RequestAction.GRANT_EXTENSION, null));
        }
      }
      if (told.decision() != null) {
        answer(keys);
      }
    }

    private InfoRequests.Keys file() {
      RequestChannel channel = RequestChannel.of(told.channel());
      // Telephones that nobody has.
      String phone = "0990%07d".formatted(7_100_000 + ++telephones);
      InfoRequests.Asked asked =
          new InfoRequests.Asked(
              told.department(),
              ApplicantKind.of(told.kind()),
              told.name(),
              told.identity(),
              null,
              phone,
              null,
              null,
              told.title(),
              told.description(),
              "electronic",
              "online",
              told.publish());
      InfoRequests.Receipt receipt =
          await(
              channel == RequestChannel.WEB
                  ? requests.file(asked, Actor.GUEST, null)
                  : requests.enter(asked, new InfoRequests.Arrival(channel, filedOn), clerk, null));
      number = receipt.number();
      return new InfoRequests.Keys(HOME, number, receipt.trackingCode());
    }

    private Wanted opinion() {
      return new Wanted(
          RequestAction.ENTER_OPINION, "已收到书面意见。", null, null, 1, Opinion.of(told.opinion()), null);
    }

    private void answer(InfoRequests.Keys keys) {
      travel(told.answerDays());
      RefusalGround ground = told.ground() == null ? null : RefusalGround.of(told.ground());
      act(
          clerk,
          Wanted.draft(
              new Decision(DecisionKind.of(told.decision()), ground, null, false), told.answer()));
      if (told.onlyDrafted()) {
        return;
      }
      act(head, Wanted.of(RequestAction.RELEASE, null));
      if (told.review() != null) {
        travel(told.answerDays() + 2);
        own(keys, OwnAction.ASK_REVIEW, told.review());
        travel(told.answerDays() + 5);
        act(reviewer, Wanted.of(RequestAction.CONFIRM, told.confirm()));
      }
      if (told.publish()) {
        await(
            publications
                .propose(number, head)
                .chain(
                    proposal ->
                        publications.publish(
                            number, PublicationDraft.first(proposal.text()), head)));
      }
    }

    private void act(Actor actor, Wanted wanted) {
      await(acts.act(number, version++, wanted, actor, null));
    }

    private void own(InfoRequests.Keys keys, OwnAction action, String words) {
      await(requests.act(keys, action, words, null));
      version++;
    }

    /** To the morning so many working days after it was filed, but never beyond the present. */
    private void travel(int workingDays) {
      Instant then =
          calendar
              .current()
              .plusWorkingDays(filedOn, workingDays)
              .atTime(MORNING)
              .atZone(CityTime.ZONE)
              .toInstant();
      clock.travelTo(then.isAfter(now) ? now : then);
    }
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
