package org.sunlit.casework;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.MoveCheck;
import org.sunlit.casework.rules.MoveObstacle;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Regions;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Moves running cases to another version of their item (流程版本迁移, ADR 0038): previewed case by case,
 * asked for by one and confirmed by another of those who keep the whole city's list.
 */
@ApplicationScoped
class FlowMoves {
  /** A version's open cases by far; beyond it the preview says that it is not complete. */
  static final int MOST_SHOWN = 500;

  private static final String VERSION =
      """
      select v.id from power_item_version v join power_item i on i.id = v.item_id
      where i.code = $1 and v.number = $2
      """;
  static final String OPEN =
      """
      select case_number from case_file where open and item_version_id = $1 order by case_number limit $2
      """;
  private static final String COUNT =
      "select count(*)::int as cases from case_file where open and item_version_id = $1";

  /** What is wanted, as it is asked for. */
  record Wanted(
      String itemCode, int fromVersion, int toVersion, Map<String, String> steps, String reason) {}

  /** One case as it would go. */
  record Shown(CaseNow now, List<String> landing, Optional<CaseNow> moved, MoveObstacle obstacle) {}

  /** All of them; {@code total} may be more than is shown. */
  record Preview(FlowMovePlan plan, int total, List<Shown> cases) {}

  private final Pool pool;
  private final CaseStore store;
  private final CaseBases bases;
  private final CalendarService calendars;
  private final Confirmations confirmations;
  private final Transactor transactor;
  private final Clock clock;

  FlowMoves(
      Pool pool,
      CaseStore store,
      CaseBases bases,
      CalendarService calendars,
      Confirmations confirmations,
      Transactor transactor,
      Clock clock) {
    this.pool = pool;
    this.store = store;
    this.bases = bases;
    this.calendars = calendars;
    this.confirmations = confirmations;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * What would become of each case.
   *
   * @return fails with a {@link Problem}: 403 for editors of a part of the list, 404 when there is
   *     no such version, 422 for steps that don't exist
   */
  Uni<Preview> preview(Wanted wanted, Actor actor) {
    return plan(wanted, actor)
        .chain(
            plan ->
                count(plan)
                    .chain(
                        total -> shown(plan, actor).map(cases -> new Preview(plan, total, cases))));
  }

  /**
   * Asks a second person for it.
   *
   * @return fails like {@link #preview}, and with 409 when it is asked for already
   */
  Uni<UUID> ask(Wanted wanted, Actor actor) {
    return plan(wanted, actor)
        .chain(plan -> count(plan).map(total -> payload(wanted, plan, total, actor)))
        .chain(
            payload ->
                transactor.write(
                    session ->
                        confirmations.request(
                            session,
                            new WantedConfirmation(
                                FlowMoveAct.KIND,
                                wanted.itemCode(),
                                null,
                                null,
                                null,
                                StoredJson.write(payload)),
                            actor)));
  }

  private static FlowMoveAct.Payload payload(
      Wanted wanted, FlowMovePlan plan, int total, Actor actor) {
    return new FlowMoveAct.Payload(
        wanted.itemCode(),
        plan.from().item().name(),
        plan.from().item().versionId(),
        plan.to().item().versionId(),
        wanted.fromVersion(),
        wanted.toVersion(),
        plan.steps(),
        wanted.reason(),
        handler(actor),
        total);
  }

  static Handler handler(Actor actor) {
    return new Handler(
        actor.accountId(), actor.displayName(), actor.displayNameEn(), null, null, null);
  }

  /** A department's editor keeps its own items; whose cases run on what is the city's to change. */
  private static void checkMay(Actor actor, ItemInForce item) {
    boolean may =
        actor.departmentCode() == null
            && (actor.regionCode() == null
                || Regions.within(item.regionCode(), actor.regionCode()));
    if (!may) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("item.not-yours");
    }
  }

  private Uni<FlowMovePlan> plan(Wanted wanted, Actor actor) {
    if (wanted.fromVersion() == wanted.toVersion()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/toVersion", "move.same-version");
    }
    return version(wanted.itemCode(), wanted.fromVersion())
        .invoke(from -> checkMay(actor, from.item()))
        .chain(
            from ->
                version(wanted.itemCode(), wanted.toVersion())
                    .map(to -> plan(from, to, wanted.steps())));
  }

  private static FlowMovePlan plan(CaseBasis from, CaseBasis to, Map<String, String> said) {
    FlowDefinition former = from.item().flow();
    FlowDefinition latter = to.item().flow();
    Map<String, String> steps =
        said == null || said.isEmpty()
            ? MoveCheck.proposal(former, latter)
            : new LinkedHashMap<>(said);
    List<FieldProblem> wrong = new ArrayList<>();
    steps.forEach(
        (one, other) -> {
          if (former.find(one).isEmpty() || latter.find(other).isEmpty()) {
            wrong.add(new FieldProblem("/steps/" + one, "move.step-unknown", List.of()));
          }
        });
    if (!wrong.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
    }
    // Every case has been in the start, and nobody works there.
    steps.put(former.start().id(), latter.start().id());
    return new FlowMovePlan(from, to, Map.copyOf(steps));
  }

  private Uni<CaseBasis> version(String itemCode, int number) {
    return pool.preparedQuery(VERSION)
        .execute(Tuple.of(itemCode, number))
        .chain(
            rows -> {
              if (rows.size() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              return bases.of(rows.iterator().next().getUUID("id"));
            });
  }

  private Uni<Integer> count(FlowMovePlan plan) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(plan.from().item().versionId()))
        .map(rows -> rows.iterator().next().getInteger("cases"));
  }

  private Uni<List<Shown>> shown(FlowMovePlan plan, Actor actor) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(plan.from().item().versionId(), MOST_SHOWN))
        .map(rows -> rows.stream().map(row -> row.getString("case_number")).toList())
        .chain(
            numbers ->
                Multi.createFrom()
                    .iterable(numbers)
                    .onItem()
                    .transformToUniAndConcatenate(number -> shown(plan, number, actor))
                    .collect()
                    .asList());
  }

  private Uni<Shown> shown(FlowMovePlan plan, String caseNumber, Actor actor) {
    return store
        .find(caseNumber)
        .map(Optional::orElseThrow)
        .chain(
            stored -> bases.of(stored).map(basis -> CaseNow.of(stored, basis, calendars.current())))
        .map(
            now -> {
              MoveObstacle obstacle = plan.obstacle(now).orElse(null);
              Optional<CaseNow> moved =
                  obstacle == null
                      ? Optional.of(
                          plan.moved(
                              now, clock.instant(), handler(actor), null, calendars.current()))
                      : Optional.empty();
              return new Shown(now, plan.landing(now), moved, obstacle);
            });
  }
}
