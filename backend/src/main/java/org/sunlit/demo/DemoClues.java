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
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.sunlit.clue.ClueActs;
import org.sunlit.clue.ClueActs.Wanted;
import org.sunlit.clue.ClueLetters;
import org.sunlit.clue.CluePublications;
import org.sunlit.clue.Clues;
import org.sunlit.clue.rules.ClearingForm;
import org.sunlit.clue.rules.ClueAction;
import org.sunlit.clue.rules.ClueChannel;
import org.sunlit.clue.rules.ClueSource;
import org.sunlit.clue.rules.Disposal;
import org.sunlit.clue.rules.Finding;
import org.sunlit.clue.rules.Outcome;
import org.sunlit.clue.rules.Sanction;
import org.sunlit.clue.rules.ToleranceGround;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.PublicationDraft;

/**
 * What the discipline office of the demonstration city was brought, and what became of it: somebody
 * cleared aloud, an honest mistake tolerated, one who was talked to and visited, and what is still
 * on its way. All of it goes through the services that everybody uses.
 */
@ApplicationScoped
class DemoClues {
  private static final Logger LOG = Logger.getLogger(DemoClues.class);
  private static final String CHAPTER = "clues";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(9, 20);
  private static final int VISIT_AFTER_DAYS = 30;

  /**
   * A clue, and how far it has come: what is null hasn't happened.
   *
   * @param investigator the first or second of the office; the other reviews
   * @param visited what was seen at the visit
   */
  record Told(
      int daysAgo,
      String channel,
      String source,
      String title,
      String text,
      String department,
      String person,
      String post,
      String bringer,
      String phone,
      Integer investigator,
      String disposal,
      String proposal,
      String reply,
      String report,
      String outcome,
      List<String> sanctions,
      String ground,
      String decision,
      String letter,
      String feedback,
      String wish,
      String visited,
      PublicAnswer publish) {

    Finding finding() {
      return new Finding(
          Outcome.of(outcome),
          sanctions == null ? List.of() : sanctions.stream().map(Sanction::of).toList(),
          ground == null ? null : ToleranceGround.of(ground));
    }
  }

  private final DemoChapters chapters;
  private final Clues clues;
  private final ClueActs acts;
  private final ClueLetters letters;
  private final CluePublications publications;
  private final TravellingClock clock;

  DemoClues(
      DemoChapters chapters,
      Clues clues,
      ClueActs acts,
      ClueLetters letters,
      CluePublications publications,
      TravellingClock clock) {
    this.chapters = chapters;
    this.clues = clues;
    this.acts = acts;
    this.letters = letters;
    this.publications = publications;
    this.clock = clock;
  }

  /** Once the office has its investigators. */
  void tell(@Observes @Priority(3180) StartupEvent event) {
    chapters.once(CHAPTER, this::tell);
  }

  private void tell() {
    List<Told> all = DemoFiles.read("clues.json", new TypeReference<>() {});
    Instant now = clock.instant();
    all.forEach(told -> new Course(told, now).live());
    LOG.infof("The discipline office of the demonstration city has %d clues", all.size());
  }

  private static List<Actor> everybody() {
    DemoReports.Written office = DemoFiles.read("reports.json", new TypeReference<>() {});
    return Stream.concat(DemoFiles.people().stream(), office.investigators().stream())
        .map(person -> person.staffAccount().actor())
        .toList();
  }

  /** What happens to one clue, in order. */
  private final class Course {
    private final Told told;
    private final Instant now;
    private final LocalDate broughtOn;
    private final List<Actor> everybody = everybody();
    private final Actor head = somebody("discipline.head1");
    private String number;
    private int version = 1;

    Course(Told told, Instant now) {
      this.told = told;
      this.now = now;
      this.broughtOn = LocalDate.ofInstant(now, CityTime.ZONE).minusDays(told.daysAgo());
    }

    private Actor somebody(String account) {
      return everybody.stream()
          .filter(actor -> actor.accountId().equals(account))
          .findFirst()
          .orElseThrow();
    }

    void live() {
      travel(0);
      number = await(clues.handIn(handedIn(), somebody("supervisor1"), null)).number();
      if (told.investigator() == null) {
        return;
      }
      Actor investigator = somebody("discipline" + told.investigator());
      Actor reviewer = somebody("discipline" + (3 - told.investigator()));
      travel(2);
      act(head, Wanted.dispatch(investigator.accountId(), reviewer.accountId()));
      if (told.disposal() == null) {
        return;
      }
      travel(5);
      act(investigator, Wanted.propose(Disposal.of(told.disposal()), told.proposal()));
      travel(6);
      act(head, Wanted.of(ClueAction.APPROVE, null));
      if (told.reply() != null) {
        travel(14);
        act(investigator, Wanted.of(ClueAction.ENTER_REPLY, told.reply()));
      }
      if (told.report() != null) {
        travel(22);
        act(investigator, Wanted.report(told.finding(), told.report()));
        travel(26);
        act(reviewer, Wanted.of(ClueAction.AGREE, "事实清楚，意见恰当，同意。"));
      }
      if (told.decision() != null) {
        decide(investigator);
      }
    }

    private Clues.HandedIn handedIn() {
      return new Clues.HandedIn(
          ClueChannel.of(told.channel()),
          broughtOn,
          told.title(),
          told.text(),
          told.department(),
          told.person(),
          told.post(),
          told.bringer(),
          told.phone(),
          told.source() == null ? null : ClueSource.of(told.source()),
          told.source() == null ? null : "%s-%d".formatted(broughtOn, told.daysAgo()));
    }

    private void decide(Actor investigator) {
      travel(29);
      LocalDate visitOn =
          told.sanctions() == null ? null : broughtOn.plusDays(29 + VISIT_AFTER_DAYS);
      act(
          head,
          Wanted.decide(told.finding(), told.decision(), told.letter(), told.feedback(), visitOn));
      if (told.wish() != null) {
        travel(31);
        await(letters.wish(number, ClearingForm.of(told.wish()), person()));
        version++;
      }
      if (told.publish() != null) {
        travel(36);
        await(
            publications.publish(
                number,
                PublicationDraft.first(told.publish()),
                somebody("discipline.head2"),
                null));
      }
      if (told.visited() != null) {
        travel(29 + VISIT_AFTER_DAYS);
        act(investigator, Wanted.of(ClueAction.VISIT, told.visited()));
      }
    }

    private Actor person() {
      return everybody.stream()
          .filter(actor -> told.person().equals(actor.displayName()))
          .filter(actor -> told.department().equals(actor.departmentCode()))
          .findFirst()
          .orElseThrow();
    }

    private void act(Actor actor, Wanted wanted) {
      await(acts.act(number, version++, wanted, actor, null));
    }

    /** To the morning so many days after it was brought, but never beyond the present. */
    private void travel(int days) {
      Instant then = broughtOn.plusDays(days).atTime(MORNING).atZone(CityTime.ZONE).toInstant();
      clock.travelTo(then.isAfter(now) ? now : then);
    }
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
