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
import java.util.Set;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.complaint.ComplaintActs;
import org.sunlit.complaint.Complaints;
import org.sunlit.complaint.DutyRoster;
import org.sunlit.complaint.Publications;
import org.sunlit.complaint.rules.ComplaintAction;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.complaint.rules.Grade;
import org.sunlit.complaint.rules.Naming;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.privacy.PublicationDraft;

/**
 * What people of the demonstration city have said, and what became of it: one answered twice, one
 * under supervision, several published. All of it goes through the services that everybody uses.
 */
@ApplicationScoped
class DemoComplaints {
  private static final Logger LOG = Logger.getLogger(DemoComplaints.class);
  private static final String CHAPTER = "complaints";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(9, 20);
  private static final int ROSTER_DAYS = 70;
  private static final int ROSTER_AHEAD = 7;

  /** Where invented people are: addresses for documentation (RFC 5737). */
  private static final Address HOME = Address.of("203.0.113.9");

  /**
   * What somebody said.
   *
   * @param department who leads; null for what hasn't been assigned
   * @param workingHours how long the answer took
   * @param takenUp whether somebody has it who hasn't answered yet
   */
  record Told(
      int daysAgo,
      String channel,
      String kind,
      String naming,
      String subject,
      String text,
      String name,
      String department,
      Set<String> joint,
      String contribution,
      String answer,
      int workingHours,
      String grade,
      String secondAnswer,
      String supervise,
      boolean takenUp,
      boolean publish,
      boolean calledBack) {}

  private final DemoChapters chapters;
  private final Complaints complaints;
  private final ComplaintActs acts;
  private final Publications publications;
  private final DutyRoster roster;
  private final CalendarService calendar;
  private final TravellingClock clock;
  private int telephones;

  DemoComplaints(
      DemoChapters chapters,
      Complaints complaints,
      ComplaintActs acts,
      Publications publications,
      DutyRoster roster,
      CalendarService calendar,
      TravellingClock clock) {
    this.chapters = chapters;
    this.complaints = complaints;
    this.acts = acts;
    this.publications = publications;
    this.roster = roster;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Once the city's past has been lived through. */
  void tell(@Observes @Priority(3130) StartupEvent event) {
    chapters.once(CHAPTER, this::tell);
  }

  private void tell() {
    List<Told> all = DemoFiles.read("complaints.json", new TypeReference<>() {});
    Instant now = clock.instant();
    roster(now);
    all.forEach(told -> live(told, now));
    LOG.infof("People of the demonstration city have said %d things", all.size());
  }

  /** One after the other, from the past on. */
  private void roster(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    List<Actor> members = people(Role.COMMITTEE_MEMBER);
    clock.travelTo(morning(now, ROSTER_DAYS));
    for (int day = 0; day < ROSTER_DAYS + ROSTER_AHEAD; day++) {
      LocalDate date = today.minusDays(ROSTER_DAYS).plusDays(day);
      await(roster.set(date, memberOn(date, members).accountId()));
    }
  }

  private static Actor memberOn(LocalDate date, List<Actor> members) {
    return members.get((int) (date.toEpochDay() % members.size()));
  }

  private void live(Told told, Instant now) {
    clock.travelTo(morning(now, told.daysAgo()));
    Actor screener = people(Role.PETITION_SCREENER).get(0);
    ComplaintChannel channel = ComplaintChannel.of(told.channel());
    boolean written = channel == ComplaintChannel.WEB || channel == ComplaintChannel.DIRECT_LINE;
    Complaints.Receipt receipt =
        await(complaints.send(message(told, channel), written ? null : screener, null));
    Course course = new Course(receipt.number(), now);
    if (channel == ComplaintChannel.DIRECT_LINE) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
      course.answer(memberOn(today, people(Role.COMMITTEE_MEMBER)), told.answer(), told);
    } else if (told.department() != null) {
      handle(told, course, screener);
    }
    if (told.grade() != null) {
      rate(told, receipt, course);
    }
    if (told.publish()) {
      course.later(Duration.ofHours(3));
      Actor reviewer = people(Role.PETITION_SCREENER).get(1);
      await(
          publications
              .propose(receipt.number(), reviewer)
              .chain(
                  proposal ->
                      publications.publish(
                          receipt.number(), PublicationDraft.first(proposal.text()), reviewer)));
    }
    if (told.calledBack()) {
      clock.travelTo(now);
      course.act(
          screener,
          new ComplaintActs.Wanted(
              ComplaintAction.CALL_BACK,
              null,
              null,
              Set.of(),
              null,
              Set.of(),
              null,
              null,
              null,
              true,
              null));
    }
  }

  private Complaints.Message message(Told told, ComplaintChannel channel) {
    // Telephones that nobody has.
    String phone = told.name() == null ? null : "0990%07d".formatted(7_000_000 + ++telephones);
    return new Complaints.Message(
        ComplaintKind.of(told.kind()),
        channel,
        Naming.of(told.naming()),
        told.subject(),
        told.text(),
        told.name(),
        phone,
        null,
        null,
        null,
        told.department(),
        null,
        told.publish());
  }

  private void handle(Told told, Course course, Actor screener) {
    course.later(Duration.ofMinutes(25));
    course.act(screener, ComplaintActs.Wanted.screen(ComplaintKind.of(told.kind()), null));
    Set<String> joint = told.joint() == null ? Set.of() : told.joint();
    course.act(screener, ComplaintActs.Wanted.assign(told.department(), joint));
    if (told.supervise() != null) {
      course.act(
          people(Role.SUPERVISOR).get(0),
          ComplaintActs.Wanted.of(ComplaintAction.SUPERVISE, told.supervise()));
    }
    if (told.contribution() != null) {
      Actor other = handlers(joint.iterator().next()).get(0);
      course.act(other, ComplaintActs.Wanted.of(ComplaintAction.CONTRIBUTE, told.contribution()));
    }
    Actor clerk = handlers(told.department()).get(0);
    if (told.answer() != null) {
      course.answer(clerk, told.answer(), told);
    } else if (told.takenUp()) {
      course.act(clerk, ComplaintActs.Wanted.of(ComplaintAction.TAKE_UP, null));
    }
  }

  private void rate(Told told, Complaints.Receipt receipt, Course course) {
    Complaints.Keys keys = new Complaints.Keys(HOME, receipt.number(), receipt.trackingCode());
    course.later(Duration.ofHours(5));
    await(complaints.rate(keys, Grade.of(told.grade()), null, null));
    course.version += 2;
    if (told.secondAnswer() != null) {
      course.answer(handlers(told.department()).get(1), told.secondAnswer(), told);
      course.later(Duration.ofHours(5));
      await(complaints.rate(keys, Grade.SATISFIED, null, null));
      course.version += 2;
    }
  }

  /** What happens to one complaint, in order. */
  private final class Course {
    private final String number;
    private final Instant now;
    private int version = 1;

    Course(String number, Instant now) {
      this.number = number;
      this.now = now;
    }

    void act(Actor actor, ComplaintActs.Wanted wanted) {
      await(acts.act(number, version++, wanted, actor, null));
    }

    void answer(Actor actor, String words, Told told) {
      act(actor, ComplaintActs.Wanted.of(ComplaintAction.TAKE_UP, null));
      later(Duration.ofHours(told.workingHours()));
      act(actor, ComplaintActs.Wanted.of(ComplaintAction.REPLY, words));
    }

    /** Some working time goes by, but never beyond the present. */
    void later(Duration work) {
      Instant then = new OfficeHours(calendar.current()).after(clock.instant(), work);
      clock.travelTo(then.isAfter(now) ? now : then);
    }
  }

  private static List<Actor> people(Role role) {
    return DemoFiles.actors().stream().filter(actor -> actor.is(role)).toList();
  }

  /** Those of a department who handle complaints, its clerks first. */
  private static List<Actor> handlers(String department) {
    List<Actor> clerks = of(department, Role.WINDOW_CLERK);
    List<Actor> reviewers = of(department, Role.REVIEWER);
    return List.of(clerks.get(0), reviewers.get(0));
  }

  private static List<Actor> of(String department, Role role) {
    return people(role).stream()
        .filter(actor -> department.equals(actor.departmentCode()))
        .toList();
  }

  /** The morning of that day; of today, what is past of it. */
  private static Instant morning(Instant now, int daysAgo) {
    Instant morning =
        LocalDate.ofInstant(now, CityTime.ZONE)
            .minusDays(daysAgo)
            .atTime(MORNING)
            .atZone(CityTime.ZONE)
            .toInstant();
    return morning.isAfter(now) ? now : morning;
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
