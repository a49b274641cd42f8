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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.council.CouncilDocuments;
import org.sunlit.council.CouncilPublications;
import org.sunlit.council.Members;
import org.sunlit.council.TopicActs;
import org.sunlit.council.TopicActs.Wanted;
import org.sunlit.council.Topics;
import org.sunlit.council.rules.MemberKind;
import org.sunlit.council.rules.TopicAction;
import org.sunlit.council.rules.TopicKind;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.PersonAccounts;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.platform.TravellingClock;
import org.sunlit.privacy.PublicationDraft;

/**
 * People's supervisors of the demonstration city: who they are, what they wrote, what departments
 * answered in time and late, documents to and fro. All of it goes through the services that
 * everybody uses; nobody can sign in as one of them.
 */
@ApplicationScoped
class DemoCouncil {
  private static final Logger LOG = Logger.getLogger(DemoCouncil.class);
  private static final String CHAPTER = "council";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(9, 20);
  private static final String APPOINTED_BY = "晴川市优化营商环境办公室";
  private static final int APPOINTED_DAYS_AGO = 40;

  /** Where invented people are: addresses for documentation (RFC 5737). */
  private static final Address HOME = Address.of("203.0.113.14");

  /**
   * @param ended why the appointment ended; null while it lasts
   * @param invited whether nobody has taken the invitation up
   */
  record Person(
      String kind,
      String certificate,
      String name,
      String organisation,
      boolean named,
      String ended,
      boolean invited) {}

  /**
   * @param by who wrote it, by place among the members
   * @param refused why it isn't shown; null when it is
   */
  record Reply(int by, String words, String refused) {}

  /**
   * What a member began and how far it has come: what is null hasn't happened.
   *
   * @param limit working days the department was given
   * @param answerDays working days it took
   */
  record Topic(
      int daysAgo,
      int by,
      String kind,
      String title,
      String words,
      String department,
      boolean waiting,
      String refused,
      Integer limit,
      int answerDays,
      String answer,
      boolean publish,
      boolean complaint,
      List<Reply> replies) {}

  record Circular(
      int daysAgo, String title, String words, List<String> kinds, List<Integer> received) {}

  record Letter(int daysAgo, int by, String title, String words, boolean received) {}

  record Told(
      List<Person> members, List<Topic> topics, List<Circular> documents, List<Letter> letters) {}

  private final DemoChapters chapters;
  private final PersonAccounts accounts;
  private final Members members;
  private final Topics topics;
  private final TopicActs acts;
  private final CouncilPublications publications;
  private final CouncilDocuments documents;
  private final Transactor transactor;
  private final CalendarService calendar;
  private final TravellingClock clock;
  private final List<Actor> people = new ArrayList<>();

  DemoCouncil(
      DemoChapters chapters,
      PersonAccounts accounts,
      Members members,
      Topics topics,
      TopicActs acts,
      CouncilPublications publications,
      CouncilDocuments documents,
      Transactor transactor,
      CalendarService calendar,
      TravellingClock clock) {
    this.chapters = chapters;
    this.accounts = accounts;
    this.members = members;
    this.topics = topics;
    this.acts = acts;
    this.publications = publications;
    this.documents = documents;
    this.transactor = transactor;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Once the city's past has been lived through. */
  void tell(@Observes @Priority(3170) StartupEvent event) {
    chapters.once(CHAPTER, this::tell);
  }

  private void tell() {
    Told told = DemoFiles.read("council.json", new TypeReference<>() {});
    Instant now = clock.instant();
    Actor office = somebody(Role.PETITION_SCREENER, null);
    told.members().forEach(person -> appoint(person, office, now));
    told.topics().forEach(topic -> live(topic, office, now));
    told.documents().forEach(document -> send(document, office, now));
    told.letters().forEach(letter -> send(letter, office, now));
    LOG.infof(
        "%d members of the demonstration city have begun %d topics",
        told.members().size(), told.topics().size());
  }

  private void appoint(Person person, Actor office, Instant now) {
    travel(now, APPOINTED_DAYS_AGO, 0);
    LocalDate from = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    Members.Invitation invitation =
        await(
            members.appoint(
                new Members.Appointment(
                    person.certificate(),
                    MemberKind.of(person.kind()),
                    person.name(),
                    person.organisation(),
                    APPOINTED_BY,
                    from,
                    from.plusYears(3)),
                office,
                null));
    Actor actor = open(person);
    people.add(actor);
    if (person.invited()) {
      return;
    }
    await(members.join(HOME, person.certificate(), invitation.code(), person.named(), actor));
    if (person.ended() != null) {
      clock.travelTo(now);
      LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
      await(members.end(invitation.id(), today, person.ended(), office, null));
    }
  }

  private Actor open(Person person) {
    Role role = person.kind().equals("supervisor") ? Role.CITIZEN : Role.ENTERPRISE;
    String account = "demo-member-%02d".formatted(people.size() + 1);
    String hash = await(accounts.hash(UUID.randomUUID().toString()));
    await(
        transactor.write(session -> accounts.open(session, account, role, hash, clock.instant())));
    return new Actor(account, null, null, null, null, Set.of(role), Set.of());
  }

  private void live(Topic topic, Actor office, Instant now) {
    travel(now, topic.daysAgo(), 0);
    String number =
        await(
            topics.open(
                new Topics.Draft(
                    TopicKind.of(topic.kind()),
                    topic.title(),
                    topic.words(),
                    topic.department(),
                    List.of()),
                people.get(topic.by()),
                null));
    if (topic.waiting()) {
      return;
    }
    int version = 1;
    if (topic.refused() != null) {
      act(office, number, version, Wanted.about(TopicAction.REFUSE, 1, topic.refused()));
      return;
    }
    act(office, number, version++, Wanted.about(TopicAction.RELEASE, 1, null));
    for (Reply reply : topic.replies()) {
      await(topics.contribute(number, reply.words(), List.of(), people.get(reply.by()), null));
      int written = ++version;
      TopicAction deed = reply.refused() == null ? TopicAction.RELEASE : TopicAction.REFUSE;
      act(office, number, version++, Wanted.about(deed, written, reply.refused()));
    }
    if (topic.complaint()) {
      act(office, number, version, Wanted.of(TopicAction.MAKE_COMPLAINT, null));
      return;
    }
    if (topic.limit() != null) {
      act(office, number, version++, Wanted.ask(topic.department(), topic.limit(), "请答复监督员提出的问题。"));
    }
    if (topic.answer() != null) {
      travel(now, topic.daysAgo(), topic.answerDays());
      Actor answerer = somebody(Role.REVIEWER, topic.department());
      act(answerer, number, version, Wanted.of(TopicAction.ANSWER, topic.answer()));
    }
    if (topic.publish()) {
      await(
          publications
              .propose(number, office)
              .chain(
                  proposal ->
                      publications.publish(
                          number, PublicationDraft.first(proposal.text()), office)));
    }
  }

  private void send(Circular circular, Actor office, Instant now) {
    travel(now, circular.daysAgo(), 0);
    String number =
        await(
            documents.toMembers(
                new CouncilDocuments.Draft(circular.title(), circular.words(), List.of()),
                circular.kinds().stream().map(MemberKind::of).toList(),
                List.of(),
                office,
                null));
    circular.received().forEach(by -> await(documents.receive(number, people.get(by))));
  }

  private void send(Letter letter, Actor office, Instant now) {
    travel(now, letter.daysAgo(), 0);
    String number =
        await(
            documents.toOffice(
                new CouncilDocuments.Draft(letter.title(), letter.words(), List.of()),
                people.get(letter.by()),
                null));
    if (letter.received()) {
      await(documents.receiveAtOffice(number, office));
    }
  }

  private void act(Actor actor, String number, int version, Wanted wanted) {
    await(acts.act(number, version, wanted, actor, null));
  }

  private static Actor somebody(Role role, String department) {
    return DemoFiles.actors().stream()
        .filter(actor -> actor.is(role))
        .filter(actor -> department == null || department.equals(actor.departmentCode()))
        .findFirst()
        .orElseThrow();
  }

  /** To the morning so many working days after that day, but never beyond the present. */
  private void travel(Instant now, int daysAgo, int workingDays) {
    LocalDate day = LocalDate.ofInstant(now, CityTime.ZONE).minusDays(daysAgo);
    Instant then =
        calendar
            .current()
            .plusWorkingDays(day, workingDays)
            .atTime(MORNING)
            .atZone(CityTime.ZONE)
            .toInstant();
    clock.travelTo(then.isAfter(now) ? now : then);
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
