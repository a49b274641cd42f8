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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.inspection.Inspections;
import org.sunlit.inspection.Inspections.Wanted;
import org.sunlit.inspection.RiskPosts;
import org.sunlit.inspection.Samples;
import org.sunlit.inspection.rules.CheckResult;
import org.sunlit.inspection.rules.Facts;
import org.sunlit.inspection.rules.InspectionAction;
import org.sunlit.inspection.rules.InspectionKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.TravellingClock;
import org.sunlit.problem.Problem;

/** Inspections of every kind in the demonstration city, with the clock set to when they were. */
@ApplicationScoped
class DemoInspections {
  private static final Logger LOG = Logger.getLogger(DemoInspections.class);
  private static final String CHAPTER = "inspections";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(10, 20);
  private static final Duration WRITTEN_AFTER = Duration.ofHours(2);
  private static final int PERIOD_DAYS = 60;
  private static final int CALLS = 4;

  /**
   * An inspection and what became of it, as far as it has come.
   *
   * @param poll how many were asked and how many of them are satisfied
   */
  record Made(
      String kind,
      String department,
      String place,
      String post,
      int daysAgo,
      List<String> notMet,
      List<Integer> poll,
      Integer rings,
      Integer seconds,
      Boolean right,
      String found,
      String conclusion,
      String released,
      Integer days,
      String answered,
      String returned,
      String accepted) {}

  record Mark(String department, String post, String reason) {}

  record Evaluation(String department, String post, String grade, String text) {}

  record All(Map<String, List<String>> checks, List<Made> made, Mark mark, Evaluation evaluation) {}

  private final DemoChapters chapters;
  private final Inspections inspections;
  private final Samples samples;
  private final RiskPosts posts;
  private final TravellingClock clock;
  private final Dice dice = new Dice(new Random(114));
  private final Cast cast = Cast.of(DemoFiles.people(), DemoFiles.regions());
  private final List<Actor> supervisors =
      DemoFiles.actors().stream().filter(actor -> actor.is(Role.SUPERVISOR)).toList();

  DemoInspections(
      DemoChapters chapters,
      Inspections inspections,
      Samples samples,
      RiskPosts posts,
      TravellingClock clock) {
    this.chapters = chapters;
    this.inspections = inspections;
    this.samples = samples;
    this.posts = posts;
    this.clock = clock;
  }

  /** Once there are cases to look into, and places to go to. */
  void tell(@Observes @Priority(3170) StartupEvent event) {
    chapters.once(CHAPTER, this::tell);
  }

  private void tell() {
    All all = DemoFiles.read("inspections.json", new TypeReference<>() {});
    Instant now = clock.instant();
    for (Made made : all.made()) {
      live(all, made, now);
    }
    clock.returnToNow();
    Mark mark = all.mark();
    await(
        posts.mark(mark.department(), mark.post(), true, mark.reason(), supervisors.get(0), null));
    evaluate(all.evaluation(), now);
    LOG.infof("%d inspections of the demonstration city have been made", all.made().size());
  }

  private void evaluate(Evaluation said, Instant now) {
    int year = now.atZone(CityTime.ZONE).getYear() - 1;
    await(
        posts.evaluate(
            said.department(),
            said.post(),
            0,
            new RiskPosts.Evaluation(year, said.grade(), said.text(), null),
            supervisors.get(0)));
  }

  private void live(All all, Made made, Instant now) {
    Instant at =
        LocalDate.ofInstant(now, CityTime.ZONE)
            .minusDays(made.daysAgo())
            .atTime(MORNING)
            .atZone(CityTime.ZONE)
            .toInstant();
    clock.travelTo(at.plus(WRITTEN_AFTER));
    Optional<Inspections.Draft> draft = draft(all, made, at);
    if (draft.isEmpty()) {
      return;
    }
    UUID id = await(inspections.record(draft.get(), supervisors.get(0), null));
    int version = 1;
    if (made.released() != null) {
      act(id, version++, InspectionAction.RELEASE, made.released(), made.days());
    }
    if (made.answered() != null) {
      Actor leader =
          cast.inPost("approver", made.department(), DemoFiles.regions().get(0).code(), dice)
              .orElseThrow();
      clock.travelTo(at.plus(Duration.ofDays(Math.min(made.days(), made.daysAgo() - 1))));
      await(
          inspections.act(
              id,
              version++,
              new Wanted(InspectionAction.ANSWER, made.answered(), null),
              leader,
              null));
    }
    if (made.returned() != null) {
      clock.travelTo(now.minus(WRITTEN_AFTER));
      act(id, version, InspectionAction.RETURN, made.returned(), null);
    }
    if (made.accepted() != null) {
      clock.travelTo(now.minus(WRITTEN_AFTER));
      act(id, version, InspectionAction.ACCEPT, made.accepted(), null);
    }
  }

  private void act(UUID id, int version, InspectionAction action, String words, Integer days) {
    await(inspections.act(id, version, new Wanted(action, words, days), supervisors.get(1), null));
  }

  /** Empty where it needs cases that ended, and the department has none yet. */
  private Optional<Inspections.Draft> draft(All all, Made made, Instant at) {
    InspectionKind kind = Coded.of(InspectionKind.class, made.kind());
    boolean ofCases = kind == InspectionKind.FILE_REVIEW || kind == InspectionKind.CALL_BACK;
    Optional<Samples.Sample> sample = ofCases ? drawn(made, at) : Optional.empty();
    if (ofCases && sample.isEmpty()) {
      return Optional.empty();
    }
    List<String> cases = sample.map(Samples.Sample::cases).orElse(List.of());
    boolean calls = kind == InspectionKind.CALL_BACK;
    Facts facts =
        new Facts(
            all.checks().get(made.kind()).stream()
                .map(
                    code ->
                        new Facts.Check(
                            code,
                            made.notMet().contains(code) ? CheckResult.NOT_MET : CheckResult.MET))
                .toList(),
            calls ? List.of() : cases,
            calls
                ? cases.stream().map(number -> new Facts.Call(number, true, true)).toList()
                : List.of(),
            made.rings() == null
                ? null
                : new Facts.Telephone(true, made.rings(), made.seconds(), made.right()),
            made.poll() == null ? null : new Facts.Poll(made.poll().get(0), made.poll().get(1)));
    return Optional.of(
        new Inspections.Draft(
            kind,
            made.department(),
            made.place(),
            made.post(),
            at,
            supervisors.stream().limit(kind.inspectors()).map(Actor::accountId).toList(),
            facts,
            calls ? sample.get().id() : null,
            made.found(),
            made.conclusion(),
            List.of()));
  }

  private Optional<Samples.Sample> drawn(Made made, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, CityTime.ZONE);
    return await(
        samples
            .draw(
                new Samples.Wish(
                    made.department(), day.minusDays(PERIOD_DAYS), day, CALLS, "demo-" + day),
                supervisors.get(0),
                null)
            .map(Optional::of)
            .onFailure(Problem.class)
            .recoverWithItem(Optional.empty()));
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
