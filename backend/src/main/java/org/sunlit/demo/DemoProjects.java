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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.ActCommand;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.CaseChanged;
import org.sunlit.casework.CaseService;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointApplications;
import org.sunlit.joint.JointHandling;
import org.sunlit.joint.ThemeEditing;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;
import org.sunlit.project.ProjectPaths;
import org.sunlit.project.ProjectPhases;
import org.sunlit.project.Projects;
import org.sunlit.project.rules.ProjectPath;

/**
 * The phases of the demonstration city's building projects, and one project in the middle of its
 * way: lived through by the services everybody uses, with the clock set to when it happened.
 */
@ApplicationScoped
class DemoProjects {
  private static final Logger LOG = Logger.getLogger(DemoProjects.class);
  private static final String CHAPTER = "projects";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final Duration BETWEEN_STEPS = Duration.ofHours(5);
  private static final int PUBLISHED_DAYS_AGO = 60;

  /** The version of a case that was accepted at once. */
  private static final int ACCEPTED = 2;

  private static final Actor FOUNDER =
      new Actor("demonstration", "演示数据", "Demonstration", null, null, Set.of(), Set.of());

  record Written(
      String name,
      String region,
      String site,
      String scale,
      long investmentFen,
      String applicant,
      String creditCode,
      String contact,
      String phone,
      String address) {}

  record Begun(String phase, int daysAgo, Map<String, String> answers, boolean granted) {}

  record All(
      List<DemoTheme> themes, String code, ProjectPath path, Written project, List<Begun> begun) {
    JointTheme theme(String phase) {
      String code =
          path.phases().stream()
              .filter(one -> one.code().equals(phase))
              .findFirst()
              .orElseThrow()
              .theme();
      return themes.stream()
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow()
          .theme();
    }
  }

  private final DemoChapters chapters;
  private final ThemeEditing themes;
  private final ProjectPaths paths;
  private final Projects projects;
  private final ProjectPhases phases;
  private final JointHandling handling;
  private final CaseService cases;
  private final PowerList powerList;
  private final ToldCases toldCases;
  private final CalendarService calendar;
  private final TravellingClock clock;
  private final Cast cast = Cast.of(DemoFiles.people(), DemoFiles.regions());
  private final Dice dice = new Dice(new Random(97));

  DemoProjects(
      DemoChapters chapters,
      ThemeEditing themes,
      ProjectPaths paths,
      Projects projects,
      ProjectPhases phases,
      JointHandling handling,
      CaseService cases,
      PowerList powerList,
      ToldCases toldCases,
      CalendarService calendar,
      TravellingClock clock) {
    this.chapters = chapters;
    this.themes = themes;
    this.paths = paths;
    this.projects = projects;
    this.phases = phases;
    this.handling = handling;
    this.cases = cases;
    this.powerList = powerList;
    this.toldCases = toldCases;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Once the items are there and the city's past has been lived through. */
  void tell(@Observes @Priority(3120) StartupEvent event) {
    chapters.once(CHAPTER, this::tell);
  }

  private void tell() {
    All all = DemoFiles.read("projects.json", new TypeReference<>() {});
    Instant now = clock.instant();
    clock.travelTo(morning(now, PUBLISHED_DAYS_AGO));
    publish(all);
    clock.travelTo(morning(now, all.begun().get(0).daysAgo()));
    Projects.Receipt project = register(all);
    for (Begun begun : all.begun()) {
      clock.travelTo(morning(now, begun.daysAgo()));
      live(all, begun, project, now);
    }
    LOG.infof("A project of the demonstration city is under way: %s", project.projectCode());
  }

  private void publish(All all) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    for (DemoTheme one : all.themes()) {
      await(themes.publish(new ThemeEditing.Proposal(one.code(), today, one.theme()), 0, FOUNDER));
    }
    await(paths.publish(new ProjectPaths.Proposal(all.code(), today, all.path()), 0, FOUNDER));
  }

  private Projects.Receipt register(All all) {
    Written project = all.project();
    return await(
        projects.register(
            new Projects.Registration(
                all.code(),
                project.name(),
                project.region(),
                project.site(),
                project.scale(),
                project.investmentFen(),
                new ApplicantDetails(
                    ApplicantDetails.ORGANISATION,
                    project.applicant(),
                    project.creditCode(),
                    project.phone(),
                    project.address(),
                    project.contact())),
            null));
  }

  /** A phase is applied for and accepted; its cases are granted, or live on with the city's. */
  private void live(All all, Begun begun, Projects.Receipt project, Instant now) {
    List<ItemInForce> items = items(all.theme(begun.phase()), begun.answers());
    JointApplications.Receipt receipt =
        await(
            phases.begin(
                new ProjectPhases.Ticket(project.projectCode(), project.trackingCode()),
                new ProjectPhases.Wanted(
                    begun.phase(),
                    begun.answers(),
                    SharedMaterial.of(all.theme(begun.phase()), items).stream()
                        .map(material -> new JointApplications.Given(material.key(), null))
                        .toList(),
                    Map.of()),
                null));
    List<ToldCase> told = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      ItemInForce item = items.get(place);
      String number = receipt.cases().get(place).caseNumber();
      later(now);
      await(
          handling.state(
              new JointHandling.Statement(receipt.jointNumber(), number, List.of(), true),
              inPost("window", item, all.project().region()),
              null));
    }
    for (int place = 0; place < items.size(); place++) {
      ItemInForce item = items.get(place);
      String number = receipt.cases().get(place).caseNumber();
      if (begun.granted()) {
        grant(number, item, all.project().region(), now);
      } else {
        told.add(
            new ToldCase(
                number,
                project.trackingCode(),
                item.code(),
                all.project().region(),
                dice.random().nextLong(),
                ACCEPTED,
                CaseState.IN_PROGRESS,
                afterAcceptance(item).id(),
                1,
                new OfficeHours(calendar.current())
                    .after(now, OfficeHours.DAY.multipliedBy(1 + place))));
      }
    }
    await(toldCases.keep(told));
  }

  private void grant(String number, ItemInForce item, String region, Instant now) {
    CaseChanged at =
        new CaseChanged(number, ACCEPTED, CaseState.IN_PROGRESS, afterAcceptance(item).id());
    while (at.state().open()) {
      FlowStep step = item.flow().step(at.stepId());
      later(now);
      at =
          await(
              cases.act(
                  new ActCommand(number, at.version(), onwards(step)),
                  inPost(step.post().code(), item, region)));
    }
  }

  private static CaseCommand onwards(FlowStep step) {
    if (step.kind() == StepKind.APPROVAL) {
      return CaseCommand.plain(CaseAction.DECIDE).granting(true).confirmingRisk();
    }
    return step.kind() == StepKind.CLOSURE
        ? CaseCommand.plain(CaseAction.CLOSE).confirmingRisk()
        : CaseCommand.plain(CaseAction.ADVANCE).by(FlowEdge.PASS).confirmingRisk();
  }

  private static FlowStep afterAcceptance(ItemInForce item) {
    return item.flow()
        .next(item.flow().start().id(), FlowEdge.PASS)
        .flatMap(accept -> item.flow().next(accept.id(), FlowEdge.PASS))
        .orElseThrow();
  }

  private List<ItemInForce> items(JointTheme theme, Map<String, String> answers) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    return theme.chosen(answers).stream()
        .map(part -> await(powerList.inForce(part.item(), today)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Actor inPost(String post, ItemInForce item, String region) {
    return cast.inPost(post, item.department().code(), region, dice).orElseThrow();
  }

  /** Some hours of work go by, but never beyond the present. */
  private void later(Instant now) {
    Instant then = new OfficeHours(calendar.current()).after(clock.instant(), BETWEEN_STEPS);
    clock.travelTo(then.isAfter(now) ? now : then);
  }

  private static Instant morning(Instant now, int daysAgo) {
    return LocalDate.ofInstant(now, CityTime.ZONE)
        .minusDays(daysAgo)
        .atTime(MORNING)
        .atZone(CityTime.ZONE)
        .toInstant();
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
