package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StandardFlows;

/**
 * Walks at random through the lives of cases, with what may be done and what may not, and compares
 * every step with {@link NaiveCase}, which was written apart from the rules.
 */
class LifecycleModelTest {
  private static final int STEPS = 120_000;
  private static final int LONGEST_LIFE = 40;
  private static final List<FlowDefinition> FLOWS =
      List.of(
          StandardFlows.of("licence"),
          StandardFlows.of("publicService"),
          StandardFlows.of("penalty"),
          Story.demoFlow("licence-expert"),
          Story.demoFlow("licence-hearing"),
          Story.demoFlow("licence-public-hearing"),
          Story.testFlow("sub-processes"),
          Story.demoFlow("licence-notice"),
          Story.demoFlow("four-step"),
          Story.demoFlow("st-project"),
          Story.demoFlow("licence-joint"),
          Story.demoFlow("licence-prereview"),
          Story.testFlow("joint-of-three"),
          Story.testFlow("nested-parallel"),
          Story.testFlow("nested-parallel"));

  private final Random random = new Random(20260302);
  private final Map<CaseAction, Integer> done = new EnumMap<>(CaseAction.class);
  private final Set<CaseState> states = EnumSet.noneOf(CaseState.class);
  private int refused;
  private int inParallel;
  private int moved;
  private int keptFromMoving;
  private int reopenedAfterRevocation;

  /** Flows between which cases are moved: a step more, no branches any more, a branch more. */
  private static final List<List<FlowDefinition>> FAMILIES =
      List.of(
          List.of(Story.demoFlow("four-step"), Story.testFlow("four-step-next")),
          List.of(
              Story.demoFlow("licence-joint"),
              Story.testFlow("joint-one-by-one"),
              Story.testFlow("joint-of-three")));

  @Test
  void agreesWithThePlainReferenceOnEveryStepOfRandomLives() {
    int steps = 0;
    for (int life = 0; steps < STEPS; life++) {
      steps += live(life);
    }
    // A walk that never gets anywhere would agree on everything.
    assertEquals(EnumSet.allOf(CaseAction.class), EnumSet.copyOf(done.keySet()));
    assertEquals(EnumSet.allOf(CaseState.class), states);
    assertTrue(reopenedAfterRevocation > STEPS / 2000, "reopened " + reopenedAfterRevocation);
    assertTrue(refused > STEPS / 10, "refused " + refused);
    assertTrue(inParallel > STEPS / 20, "in parallel " + inParallel);
    assertTrue(moved > STEPS / 200, "moved " + moved);
    assertTrue(keptFromMoving > STEPS / 400, "kept from moving " + keptFromMoving);
  }

  private int live(int life) {
    FlowDefinition flow = FLOWS.get(life % FLOWS.size());
    int days = 3 + random.nextInt(18);
    Matter born = Story.matter(days, true);
    Instant at = Story.time("2026-01-05T09:00:00").plus(Duration.ofHours(random.nextInt(3000)));
    List<CaseEvent> events = new ArrayList<>();
    events.add(CaseDecider.submission(flow, at, Handler.APPLICANT, List.of()));
    NaiveCase naive = new NaiveCase(flow, born, at);
    Map<UUID, FlowDefinition> former = new HashMap<>();
    int steps = 0;
    for (; steps < LONGEST_LIFE; steps++) {
      Standing before = Standing.of(flow, former, events);
      Limit limit = CaseTerms.setBy(events).orElse(born.limit());
      CaseTerms terms = new CaseTerms(limit, List.of(), true, flow);
      Matter matter =
          new Matter(born.materialCodes(), born.originals(), limit, true, List.of(Story.PROJECT));
      String begun = "life " + life + " of " + flow.code() + " after ";
      Supplier<String> where = () -> begun + told(events);
      compare(before, naive, terms, where);
      boolean over = !before.state().open() && before.state() != CaseState.REVOKED;
      if (over && random.nextInt(3) > 0) {
        break;
      }
      // Sometimes the clock jumps back.
      at = at.plus(Duration.ofHours(random.nextInt(8) == 0 ? -5 : random.nextInt(40)));
      if (runOut(before, terms, at)) {
        events.add(Occurrences.deemedAcceptance(before, at).orElseThrow());
        naive.isDeemedAccepted(at);
        continue;
      }
      if (before.state() == CaseState.GRANTED && random.nextInt(3) == 0) {
        // By no action of the case, but by two persons for a broken promise.
        events.add(PromiseEvents.revoked(before, at, Story.CLERK, Story.LEADER, "承诺不实"));
        naive.isRevoked(at);
        continue;
      }
      if (before.state().open() && random.nextInt(12) == 0) {
        Optional<FlowDefinition> other = relativeOf(flow);
        if (other.isPresent()) {
          Map<String, String> mapping = mapping(flow, other.get());
          Optional<MoveObstacle> obstacle = MoveCheck.obstacle(before, other.get(), mapping);
          boolean naively = naive.moves(other.get(), mapping, at);
          FlowDefinition from = flow;
          assertEquals(
              naively,
              obstacle.isEmpty(),
              () -> where.get() + " from " + from.code() + " by " + mapping + ": " + obstacle);
          if (obstacle.isPresent()) {
            keptFromMoving++;
            continue;
          }
          UUID version = new UUID(life, steps);
          former.put(version, flow);
          DefinitionMove move =
              new DefinitionMove(version, 1, new UUID(life, steps + 1L), 2, mapping);
          CaseEvent event = Occurrences.moved(before, move, limit, at, Story.LEADER, null);
          assertEquals(before.version() + 1, event.number());
          events.add(event);
          flow = other.get();
          moved++;
          continue;
        }
      }
      CaseCommand command = command(before, flow, at);
      Handler by = random.nextInt(4) == 0 ? Story.CLERK : Story.LEADER;
      Ruling ruling = CaseDecider.decide(before, command, at, Hand.of(by), matter);
      boolean naively = naive.tries(command, at, by);
      assertEquals(
          naively,
          ruling instanceof Ruling.Done,
          () -> where.get() + ": " + command + " gave " + ruling);
      if (ruling instanceof Ruling.Done ruled) {
        holdsTogether(before, ruled.event());
        events.add(ruled.event());
        done.merge(command.action(), 1, Integer::sum);
        reopenedAfterRevocation += before.state() == CaseState.REVOKED ? 1 : 0;
      } else {
        refused++;
      }
    }
    return steps;
  }

  private void compare(
      Standing standing, NaiveCase naive, CaseTerms terms, Supplier<String> where) {
    states.add(standing.state());
    inParallel += standing.live().size() > 1 ? 1 : 0;
    assertEquals(naive.state(), standing.state().code(), where);
    assertEquals(
        naive.tokens(),
        standing.live().stream().map(StepVisit::stepId).collect(Collectors.toSet()),
        where);
    if (standing.state().open() && random.nextInt(3) == 0) {
      LocalDate due =
          CaseDeadlines.of(standing, terms, CalendarFixtures.SHIPPED)
              .deadline()
              .flatMap(Derivation::dueDate)
              .orElse(null);
      assertEquals(
          naive.due(),
          due,
          () ->
              where.get() + naive.clock() + "\nENGINE " + standing.decisionClock() + terms.limit());
    }
  }

  /** Events are numbered without a gap, never go back in time, and name what they put an end to. */
  private static void holdsTogether(Standing before, CaseEvent event) {
    assertEquals(before.version() + 1, event.number());
    assertTrue(!event.at().isBefore(before.lastAt()));
    assertTrue(
        before.isLiveIn(event.stepId()) || event.toStepId() == null || !before.state().open(),
        event.toString());
    Set<String> cut = new HashSet<>();
    before.live().forEach(visit -> cut.add(visit.stepId()));
    cut.remove(event.stepId());
    boolean ends = event.kind() == CaseEventKind.WITHDRAWN;
    assertTrue(!ends || before.live().size() < 2 || event.undone().containsAll(cut));
  }

  private static boolean runOut(Standing standing, CaseTerms terms, Instant at) {
    return standing.state() == CaseState.SUBMITTED
        && !standing.acceptanceClock().isEmpty()
        && CaseDeadlines.of(standing, terms, CalendarFixtures.SHIPPED)
            .deadline()
            .flatMap(Derivation::dueAt)
            .map(OffsetDateTime::toInstant)
            .filter(due -> due.isBefore(at))
            .isPresent();
  }

  /** Mostly something that is possible, often with a flaw; sometimes anything at all. */
  private static String told(List<CaseEvent> events) {
    return events.stream()
        .map(
            event ->
                event.kind().code()
                    + " "
                    + event.stepId()
                    + (event.toStepId() == null ? "" : "→" + event.toStepId())
                    + (event.change() == null ? "" : " " + event.change())
                    + " "
                    + event.at())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private Optional<FlowDefinition> relativeOf(FlowDefinition flow) {
    return FAMILIES.stream()
        .filter(family -> family.stream().anyMatch(one -> one.code().equals(flow.code())))
        .findFirst()
        .map(
            family -> any(family.stream().filter(one -> !one.code().equals(flow.code())).toList()));
  }

  /** Mostly what is proposed; sometimes with a step left out or led elsewhere. */
  private Map<String, String> mapping(FlowDefinition from, FlowDefinition to) {
    Map<String, String> mapping = new HashMap<>(MoveCheck.proposal(from, to));
    if (random.nextInt(3) == 0) {
      String step = any(from.steps()).id();
      if (!step.equals(from.start().id())) {
        if (random.nextBoolean()) {
          mapping.remove(step);
        } else {
          mapping.put(step, any(to.steps()).id());
        }
      }
    }
    return mapping;
  }

  private CaseCommand command(Standing standing, FlowDefinition flow, Instant at) {
    List<Possible> possible = CaseRules.possible(standing);
    if (possible.isEmpty() || random.nextInt(5) == 0) {
      CaseCommand any = CaseCommand.plain(any(List.of(CaseAction.values())));
      return filled(any.in(random.nextBoolean() ? null : any(flow.steps()).id()), flow, at);
    }
    Possible chosen = any(possible);
    // Few cases would ever end well if everybody took them back at the first chance.
    if (chosen.action() == CaseAction.WITHDRAW && random.nextInt(5) > 0) {
      chosen = possible.get(0);
    }
    CaseCommand command = CaseCommand.plain(chosen.action());
    boolean named = standing.live().size() > 1 ? random.nextInt(4) > 0 : random.nextBoolean();
    return filled(named ? command.in(chosen.stepId()) : command, flow, at);
  }

  private ReviewDecision review(Instant at) {
    LocalDate decidedOn = at.atZone(CityTime.ZONE).toLocalDate().minusDays(random.nextInt(6) - 1);
    return new ReviewDecision(
        any(ReviewDecision.Kind.values()),
        "晴川市人民政府",
        any("晴政复决〔2026〕12号", "晴政复决〔2026〕13号", null),
        decidedOn,
        random.nextInt(3) > 0,
        decidedOn.plusDays(random.nextInt(3)),
        any(null, new Limit(7, LimitUnit.WORKING_DAYS)));
  }

  private CaseCommand filled(CaseCommand command, FlowDefinition flow, Instant at) {
    FlowStep to = any(flow.steps());
    return command
        .by(any("pass", "pass", "reject", "hearing", "return", null, null))
        .granting(any(true, true, false, null))
        .backTo(random.nextInt(4) > 0 ? null : to.id())
        .saying(any("理由充分", "城乡规划法第二十六条", " ", "材料不符", "经研究"))
        .on(any("hearing", "expertReview", "publicNotice", "travel", "majorProject", null))
        .bringing(any(List.of("M1"), List.of("M1", "M2"), List.of()))
        .because(random.nextInt(6) == 0 ? null : review(at))
        .byDays(any(1, 5, 10, 11, null))
        .asking(
            any(List.of(missing("M1")), List.of(missing("M2")), List.of(missing("M9")), List.of()))
        .confirmingRisk(random.nextInt(8) > 0);
  }

  private static MissingMaterial missing(String code) {
    return new MissingMaterial(code, "缺少材料");
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @SafeVarargs
  private <T> T any(T... all) {
    return all[random.nextInt(all.length)];
  }
}
