package org.sunlit.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.SignedPromise;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointApplications;
import org.sunlit.joint.JointApplications.Begun;
import org.sunlit.joint.JointApplications.Given;
import org.sunlit.joint.JointHandling;
import org.sunlit.joint.JointHolders;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.JointTheme.Part;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.powerlist.ServiceFor;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.promise.rules.PromiseWords;

/**
 * Joint applications of the demonstration city: somebody applies, the departments say what is
 * missing, and when all are accepted their cases live on like others. Some are left to whoever
 * looks at the demonstration.
 */
@ApplicationScoped
class DemoJoint {
  private static final double CHANCE_OF_A_VISITOR = 0.25;
  private static final double CHANCE_OF_CORRECTION = 0.4;

  /** The version of a case that was accepted at once. */
  private static final int ACCEPTED = 2;

  /** The same after a notice and a supplement. */
  private static final int ACCEPTED_AFTER_CORRECTION = 4;

  private final JointApplications applications;
  private final JointHandling handling;
  private final JointHolders holders;
  private final PowerList powerList;
  private final CalendarService calendar;
  private final DemoHabits habits;
  private final DemoNames names;
  private final Cast cast = Cast.of(DemoFiles.people(), DemoFiles.regions());
  private final List<DemoTheme> themes = DemoTheme.all();

  DemoJoint(
      JointApplications applications,
      JointHandling handling,
      JointHolders holders,
      PowerList powerList,
      CalendarService calendar,
      DemoLife life) {
    this.applications = applications;
    this.handling = handling;
    this.holders = holders;
    this.powerList = powerList;
    this.calendar = calendar;
    this.habits = life.habits();
    this.names = life.names();
  }

  /** Somebody applies for a theme; the cases whose stories go on. */
  Uni<List<ToldCase>> begin(Dice dice, Instant now) {
    DemoTheme chosen = dice.any(themes);
    Map<String, String> answers = new HashMap<>();
    for (JointTheme.Question question : chosen.theme().questions()) {
      answers.put(question.code(), dice.any(question.choices()).code());
    }
    return items(chosen.theme(), answers, now)
        .chain(items -> begin(chosen, answers, items, dice, now));
  }

  private Uni<List<ItemInForce>> items(JointTheme theme, Map<String, String> answers, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    Uni<List<ItemInForce>> items = Uni.createFrom().item(new ArrayList<>());
    for (Part part : theme.chosen(answers)) {
      items =
          items.chain(
              all ->
                  powerList
                      .inForce(part.item(), today)
                      .invoke(found -> found.ifPresent(all::add))
                      .replaceWith(all));
    }
    return items;
  }

  private Uni<List<ToldCase>> begin(
      DemoTheme chosen,
      Map<String, String> answers,
      List<ItemInForce> items,
      Dice dice,
      Instant now) {
    List<Given> given =
        SharedMaterial.of(chosen.theme(), items).stream()
            .map(material -> new Given(material.key(), null))
            .toList();
    ApplicantDetails applicant = new Applicants(names, dice).invent(servedBy(items));
    var command =
        new JointApplications.Command(
            chosen.code(),
            null,
            answers,
            applicant,
            chosen.theme().name(),
            given,
            promises(items, applicant));
    return applications
        .apply(command, Actor.GUEST, null)
        .chain(
            receipt ->
                dice.happens(CHANCE_OF_A_VISITOR)
                    ? Uni.createFrom().item(List.of())
                    : accept(chosen.theme(), items, given, receipt, dice, now));
  }

  /** Whoever has said their number gives their word wherever an item is decided on it (告知承诺). */
  private static Map<String, SignedPromise> promises(
      List<ItemInForce> items, ApplicantDetails applicant) {
    return applicant.identityNumber() == null
        ? Map.of()
        : items.stream()
            .filter(item -> item.terms().takesConditions())
            .collect(
                Collectors.toMap(
                    ItemInForce::code,
                    item ->
                        new SignedPromise(
                            PromiseWords.version(item.versionNumber()),
                            applicant.name(),
                            List.of(),
                            true)));
  }

  private static ServiceFor servedBy(List<ItemInForce> items) {
    return items.stream()
        .map(ItemInForce::serviceFor)
        .filter(one -> one != null && one != ServiceFor.BOTH)
        .findFirst()
        .orElse(ServiceFor.BOTH);
  }

  private Uni<List<ToldCase>> accept(
      JointTheme theme,
      List<ItemInForce> items,
      List<Given> given,
      JointApplications.Receipt receipt,
      Dice dice,
      Instant now) {
    boolean corrected = dice.happens(CHANCE_OF_CORRECTION);
    Uni<Void> accepted = Uni.createFrom().voidItem();
    if (corrected) {
      accepted =
          accepted
              .chain(() -> state(theme, items, receipt, true, dice))
              .chain(
                  () ->
                      handling.sendNotice(
                          receipt.jointNumber(),
                          window(theme.leadDepartment(), theme.regionCode(), dice),
                          null))
              .chain(
                  () ->
                      holders.supplement(
                          new JointHolders.Ticket(receipt.jointNumber(), receipt.trackingCode()),
                          given));
    }
    return accepted
        .chain(() -> state(theme, items, receipt, false, dice))
        .replaceWith(() -> told(theme, items, receipt, corrected, dice, now));
  }

  /** Every department states; the first lacks something when there is to be a correction. */
  private Uni<Void> state(
      JointTheme theme,
      List<ItemInForce> items,
      JointApplications.Receipt receipt,
      boolean lacking,
      Dice dice) {
    Uni<Void> stated = Uni.createFrom().voidItem();
    for (int place = 0; place < items.size(); place++) {
      String department = items.get(place).department().code();
      Begun begun = receipt.cases().get(place);
      List<MissingMaterial> missing =
          lacking && place == 0
              ? List.of(new MissingMaterial(null, dice.any(habits.texts().corrections())))
              : List.of();
      stated =
          stated.chain(
              () ->
                  handling.state(
                      new JointHandling.Statement(
                          receipt.jointNumber(), begun.caseNumber(), missing, true),
                      window(department, theme.regionCode(), dice),
                      null));
    }
    return stated;
  }

  private Actor window(String department, String region, Dice dice) {
    return cast.inPost("window", department, region, dice).orElseThrow();
  }

  private List<ToldCase> told(
      JointTheme theme,
      List<ItemInForce> items,
      JointApplications.Receipt receipt,
      boolean corrected,
      Dice dice,
      Instant now) {
    List<ToldCase> told = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      ItemInForce item = items.get(place);
      Optional<FlowStep> next =
          item.flow()
              .next(item.flow().start().id(), FlowEdge.PASS)
              .flatMap(accept -> item.flow().next(accept.id(), FlowEdge.PASS));
      told.add(
          new ToldCase(
              receipt.cases().get(place).caseNumber(),
              receipt.trackingCode(),
              item.code(),
              theme.regionCode(),
              dice.random().nextLong(),
              corrected ? ACCEPTED_AFTER_CORRECTION : ACCEPTED,
              CaseState.IN_PROGRESS,
              next.orElseThrow().id(),
              corrected ? ACCEPTED_AFTER_CORRECTION - 1 : ACCEPTED - 1,
              new OfficeHours(calendar.current())
                  .after(now, OfficeHours.DAY.multipliedBy(1 + place))));
    }
    return told;
  }
}
