package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.ActCommand;
import org.sunlit.casework.Applied;
import org.sunlit.casework.ApplyCommand;
import org.sunlit.casework.CaseChanged;
import org.sunlit.casework.CaseService;
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.SupplementCommand;
import org.sunlit.casework.WithdrawCommand;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.PowerList;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.problem.Problem;

/**
 * Makes things happen in the demonstration city, through the services that everybody uses and no
 * others.
 */
@ApplicationScoped
class DemoLife {

  private static final Logger LOG = Logger.getLogger(DemoLife.class);

  /** What is said when a step comes after payment. */
  private static final Set<String> UNPAID = Set.of("charge.not-assessed", "charge.unpaid");

  /** The version of a case to which nothing has been done. */
  private static final int JUST_SUBMITTED = 1;

  /** What is said when an item can't be granted before another of its joint application. */
  private static final String WAITS_FOR_ANOTHER = "joint.not-yet";

  /** The same when that was refused or withdrawn. */
  private static final String NEEDS_WHAT_WAS_REFUSED = "joint.blocked";

  private final CaseService cases;
  private final PowerList powerList;
  private final CalendarService calendar;
  private final DemoRatings ratings;
  private final DemoCharges charges;
  private final DemoHabits habits = DemoFiles.read("habits.json", new TypeReference<>() {});
  private final DemoNames names = DemoFiles.read("names.json", new TypeReference<>() {});
  private final Cast cast = Cast.of(DemoFiles.people(), DemoFiles.regions());
  private final List<ItemDraft> applicable =
      DemoFiles.items().stream()
          .filter(item -> item.content().status() == ItemStatus.IN_FORCE)
          .filter(item -> habits.weight(item.code()) > 0)
          .toList();

  DemoLife(
      CaseService cases,
      PowerList powerList,
      CalendarService calendar,
      DemoRatings ratings,
      DemoCharges charges) {
    this.cases = cases;
    this.powerList = powerList;
    this.calendar = calendar;
    this.ratings = ratings;
    this.charges = charges;
  }

  DemoHabits habits() {
    return habits;
  }

  DemoNames names() {
    return names;
  }

  /** Somebody applies for something; empty when that item is not to be had that day. */
  Uni<Optional<ToldCase>> begin(Dice dice, Instant now) {
    ItemDraft chosen = dice.weighted(applicable, item -> habits.weight(item.code()));
    return powerList
        .inForce(chosen.code(), LocalDate.ofInstant(now, CityTime.ZONE))
        .chain(
            item ->
                item.isEmpty()
                    ? Uni.createFrom().item(Optional.<ToldCase>empty())
                    : apply(item.get(), chosen, dice, now).map(Optional::of));
  }

  private Uni<ToldCase> apply(ItemInForce item, ItemDraft draft, Dice dice, Instant now) {
    String region = cast.region(item.flow(), draft.content().regionCode(), dice);
    var command =
        new ApplyCommand(
            item.code(),
            region,
            new Applicants(names, dice).invent(draft.content().serviceFor()),
            habits.subject(item.code()),
            item.materials().stream()
                .filter(Material::required)
                .map(material -> new HandedIn(material.code(), null))
                .toList());
    return cases.apply(command, Actor.GUEST).map(applied -> told(item, applied, region, dice, now));
  }

  /** A case that has just begun, as its story goes on. */
  ToldCase told(ItemInForce item, Applied applied, String region, Dice dice, Instant now) {
    long seed = dice.random().nextLong();
    FlowStep first = item.flow().next(item.flow().start().id(), FlowEdge.PASS).orElseThrow();
    return new ToldCase(
        applied.caseNumber(),
        applied.trackingCode(),
        item.code(),
        region,
        seed,
        JUST_SUBMITTED,
        CaseState.SUBMITTED,
        first.id(),
        0,
        later(item, story(item, seed), first, dice, now));
  }

  /**
   * The next thing happens to a case; empty when its story is over or somebody else has taken it
   * over.
   */
  Uni<Optional<ToldCase>> goOn(ToldCase told, Dice dice, Instant now) {
    return powerList
        .inForce(told.itemCode(), LocalDate.ofInstant(now, CityTime.ZONE))
        .chain(
            item ->
                item.isEmpty()
                    ? Uni.createFrom().item(Optional.<ToldCase>empty())
                    : goOn(told, item.get(), dice, now));
  }

  private Uni<Optional<ToldCase>> goOn(ToldCase told, ItemInForce item, Dice dice, Instant now) {
    Story story = story(item, told.seed());
    var teller = new Storyteller(habits, dice);
    Optional<CaseCommand> move =
        item.flow().find(told.stepId()).isEmpty()
            ? Optional.empty() // the item has a new flow; the case stays on its old one, without us
            : teller.next(story, item.flow(), told.state(), told.stepId(), told.acts());
    Optional<Uni<CaseChanged>> done = move.flatMap(command -> perform(told, item, command, dice));
    if (done.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return done.get()
        .call(
            changed ->
                told.state() == CaseState.SUBMITTED && changed.state() == CaseState.IN_PROGRESS
                    ? charges.accepted(told.caseNumber(), dice)
                    : Uni.createFrom().voidItem())
        .call(
            changed ->
                changed.state().open()
                    ? Uni.createFrom().voidItem()
                    : ratings.plan(told, dice, now))
        .map(changed -> next(told, changed, item, story, dice, now))
        .onFailure(Problem.class)
        .recoverWithUni(failure -> refused((Problem) failure, told, item, story, dice, now));
  }

  /** It couldn't be done: it waits, is refused for what it needs, or its story ends. */
  private Uni<Optional<ToldCase>> refused(
      Problem problem, ToldCase told, ItemInForce item, Story story, Dice dice, Instant now) {
    if (WAITS_FOR_ANOTHER.equals(problem.detailKey())) {
      return Uni.createFrom()
          .item(
              Optional.of(
                  told.later(new OfficeHours(calendar.current()).after(now, OfficeHours.DAY))));
    }
    if (UNPAID.contains(problem.detailKey())) {
      Instant then = new OfficeHours(calendar.current()).after(now, Duration.ofHours(1));
      return charges.reminded(told.caseNumber(), dice).replaceWith(Optional.of(told.later(then)));
    }
    if (NEEDS_WHAT_WAS_REFUSED.equals(problem.detailKey())) {
      var refusal =
          CaseCommand.plain(CaseAction.DECIDE).granting(false).saying("前置事项未获准予").confirmingRisk();
      Optional<Uni<CaseChanged>> decided = perform(told, item, refusal, dice);
      if (decided.isPresent()) {
        return decided.get().map(changed -> next(told, changed, item, story, dice, now));
      }
    }
    LOG.debugf("The story of %s ends: %s", told.caseNumber(), problem.getMessage());
    return Uni.createFrom().item(Optional.empty());
  }

  private Optional<ToldCase> next(
      ToldCase told, CaseChanged changed, ItemInForce item, Story story, Dice dice, Instant now) {
    return changed.state().open()
        ? Optional.of(
            told.after(changed, later(item, story, item.flow().step(changed.stepId()), dice, now)))
        : Optional.empty();
  }

  /** Has it done by whom it falls to; empty when nobody is there for it. */
  Optional<Uni<CaseChanged>> perform(
      ToldCase told, ItemInForce item, CaseCommand command, Dice dice) {
    if (command.action() == CaseAction.WITHDRAW) {
      var withdrawal =
          new WithdrawCommand(told.caseNumber(), told.trackingCode(), command.reason());
      return Optional.of(cases.withdraw(withdrawal));
    }
    if (command.action() == CaseAction.SUPPLEMENT) {
      return item.materials().stream()
          .findFirst()
          .map(material -> List.of(new HandedIn(material.code(), null)))
          .map(
              handedIn ->
                  new SupplementCommand(told.caseNumber(), told.trackingCode(), handedIn, null))
          .map(cases::supplement);
    }
    FlowStep step = item.flow().step(told.stepId());
    return Optional.ofNullable(step.post())
        .flatMap(
            post -> cast.inPost(post.code(), item.department().code(), told.regionCode(), dice))
        .map(actor -> cases.act(new ActCommand(told.caseNumber(), told.version(), command), actor));
  }

  private Story story(ItemInForce item, long seed) {
    return Story.draw(new Dice(new Random(seed)), habits, item.code(), item.department().code());
  }

  private Instant later(ItemInForce item, Story story, FlowStep step, Dice dice, Instant now) {
    var work =
        new Storyteller(habits, dice).workBefore(story, step, item.handling() == Handling.INSTANT);
    return new OfficeHours(calendar.current()).after(now, work);
  }
}
