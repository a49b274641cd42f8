package org.sunlit.powerlist;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.api.model.ChangedField;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentStore.Plan;
import org.sunlit.powerlist.DepartmentStore.Stored;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Founds, changes and closes departments, each from a day on. */
@ApplicationScoped
class DepartmentEditing {
  /** What an editor wants. */
  record Proposal(
      String code, ChangeAction action, LocalDate effectiveFrom, DepartmentForm texts) {}

  /** What it comes to, and what the department is called then. */
  record Result(List<ChangedField> fields, int itemCount, DepartmentForm texts) {}

  /** A department with what is planned for it. */
  record Edition(Stored stored, int itemCount, List<Plan> planned) {}

  /** Takes what was only tried out of the transaction that is rolled back. */
  private static final class Tried extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Result result;

    Tried(Result result) {
      super("A dry run", null, false, false);
      this.result = result;
    }
  }

  private final Pool pool;
  private final Catalogue catalogue;
  private final AdministrativeChanges changes;
  private final Clock clock;

  DepartmentEditing(Pool pool, Catalogue catalogue, AdministrativeChanges changes, Clock clock) {
    this.pool = pool;
    this.catalogue = catalogue;
    this.changes = changes;
    this.clock = clock;
  }

  /** All departments that an editor keeps items of, closed ones too. */
  Uni<List<Edition>> all(Actor actor) {
    EditRights rights = EditRights.of(actor);
    return catalogue
        .current()
        .flatMap(
            snapshot ->
                pool.withTransaction(
                    connection ->
                        DepartmentStore.all(connection)
                            .flatMap(
                                departments ->
                                    DepartmentStore.plans(connection, null)
                                        .map(
                                            plans ->
                                                departments.stream()
                                                    .filter(
                                                        one ->
                                                            rights.reach(
                                                                one.view().code(),
                                                                one.view().regionCode()))
                                                    .map(one -> edition(one, plans, snapshot))
                                                    .toList()))));
  }

  private static Edition edition(Stored stored, List<Plan> plans, Snapshot snapshot) {
    String code = stored.view().code();
    return new Edition(
        stored,
        snapshot.itemsInForce().getOrDefault(code, 0),
        plans.stream().filter(plan -> plan.code().equals(code)).toList());
  }

  /**
   * Does what is proposed, or tries it: a dry run is the same transaction, rolled back.
   *
   * @param seen the revision it was made from; 0 for a new department
   */
  Uni<Result> change(Proposal proposal, int seen, boolean dryRun, Actor actor) {
    EditRights.of(actor).checkWholeCity();
    return pool.withTransaction(
            connection ->
                DepartmentStore.find(connection, proposal.code())
                    .flatMap(found -> change(connection, proposal, found, seen))
                    .call(result -> changes.record(connection, record(proposal, result, actor)))
                    .invoke(
                        result -> {
                          if (dryRun) {
                            throw new Tried(result);
                          }
                        }))
        .call(() -> catalogue.refreshed())
        .onFailure(Tried.class)
        .recoverWithItem(tried -> ((Tried) tried).result);
  }

  private Uni<Result> change(
      SqlConnection connection, Proposal proposal, Optional<Stored> found, int seen) {
    return switch (proposal.action()) {
      case DEPARTMENT_FOUNDED -> found(connection, proposal, found);
      case DEPARTMENT_CHANGED -> alter(connection, proposal, known(found, seen));
      case DEPARTMENT_CLOSED -> close(connection, proposal, known(found, seen));
      case ITEM_PUBLISHED,
          FLOW_PUBLISHED,
          JOINT_THEME_PUBLISHED,
          SUB_PROCESS_PUBLISHED,
          PROJECT_PATH_PUBLISHED,
          FEE_PUBLISHED,
          PLACE_CHANGED,
          DELEGATION_RECORDED,
          DELEGATION_ENDED,
          CROSS_REGION_OPENED,
          CROSS_REGION_ENDED,
          LIAISON_NAMED,
          LIAISON_RELEASED,
          CARRIER_CHANGED,
          CAMERA_CHANGED,
          PLAYLIST_CHANGED,
          CALENDAR_CHANGED ->
          throw new IllegalArgumentException("Not done to departments: " + proposal.action());
    };
  }

  private static Stored known(Optional<Stored> found, int seen) {
    Stored stored = found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (stored.revision() != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    if (stored.view().closedOn() != null) {
      throw Problem.of(ProblemType.CONFLICT).detail("department.closed");
    }
    return stored;
  }

  private Uni<Result> found(
      SqlConnection connection, Proposal proposal, Optional<Stored> existing) {
    if (existing.isPresent()) {
      throw Problem.of(ProblemType.CONFLICT).detail("department.exists");
    }
    return checked(connection, proposal)
        .chain(
            () ->
                DepartmentStore.found(
                    connection, proposal.code(), proposal.texts(), proposal.effectiveFrom()))
        .map(
            done ->
                new Result(DepartmentForm.changes(null, proposal.texts()), 0, proposal.texts()));
  }

  private Uni<Result> alter(SqlConnection connection, Proposal proposal, Stored stored) {
    if (proposal.texts() == null) {
      refuse(List.of(new FieldProblem("/texts", "field.required", List.of())));
    }
    List<ChangedField> fields =
        DepartmentForm.changes(DepartmentForm.of(stored.view()), proposal.texts());
    if (fields.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("department.nothing-changes");
    }
    String code = proposal.code();
    return checked(connection, proposal)
        .chain(
            () ->
                proposal.effectiveFrom().equals(LocalDate.now(clock))
                    ? DepartmentStore.change(connection, code, proposal.texts())
                    : DepartmentStore.plan(
                        connection, code, proposal.effectiveFrom(), proposal.texts()))
        .chain(() -> DepartmentStore.itemsFrom(connection, code, proposal.effectiveFrom()))
        .map(items -> new Result(fields, items, proposal.texts()));
  }

  private Uni<Result> close(SqlConnection connection, Proposal proposal, Stored stored) {
    List<FieldProblem> errors = new ArrayList<>();
    checkDay(proposal, errors);
    refuse(errors);
    return DepartmentStore.itemsFrom(connection, proposal.code(), proposal.effectiveFrom())
        .invoke(
            items -> {
              if (items > 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("department.has-items", items);
              }
            })
        .call(() -> DepartmentStore.close(connection, proposal.code(), proposal.effectiveFrom()))
        .map(
            items ->
                new Result(
                    List.of(
                        ChangedFields.field(
                            "closedOn", stored.view().closedOn(), proposal.effectiveFrom())),
                    items,
                    DepartmentForm.of(stored.view())));
  }

  private Uni<Void> checked(SqlConnection connection, Proposal proposal) {
    return Directory.of(connection)
        .invoke(directory -> refuse(errors(proposal, directory)))
        .replaceWithVoid();
  }

  private List<FieldProblem> errors(Proposal proposal, Directory directory) {
    List<FieldProblem> errors = new ArrayList<>();
    checkDay(proposal, errors);
    DepartmentForm texts = proposal.texts();
    if (texts == null) {
      errors.add(new FieldProblem("/texts", "field.required", List.of()));
      return errors;
    }
    if (proposal.action() == ChangeAction.DEPARTMENT_FOUNDED
        && !proposal.code().matches("[A-Za-z0-9][A-Za-z0-9._:~-]*")) {
      errors.add(new FieldProblem("code", "import.code-characters", List.of()));
    }
    if (texts.name().isEmpty()) {
      errors.add(new FieldProblem("/texts/name", "import.required", List.of()));
    }
    if (!directory.regions().containsKey(texts.regionCode())) {
      errors.add(new FieldProblem("/texts/regionCode", "item.unknown-region", List.of()));
    }
    boolean taken =
        directory.departments().values().stream()
            .anyMatch(
                other ->
                    !other.code().equals(proposal.code())
                        && other.name().equals(texts.name())
                        && other.regionCode().equals(texts.regionCode()));
    if (taken) {
      errors.add(new FieldProblem("/texts/name", "department.name-taken", List.of()));
    }
    return errors;
  }

  private void checkDay(Proposal proposal, List<FieldProblem> errors) {
    if (proposal.effectiveFrom().isBefore(LocalDate.now(clock))) {
      errors.add(new FieldProblem("/effectiveFrom", "department.day-gone-by", List.of()));
    }
  }

  private static void refuse(List<FieldProblem> errors) {
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
    }
  }

  private AdministrativeChange record(Proposal proposal, Result result, Actor actor) {
    DepartmentForm texts = result.texts();
    return new AdministrativeChange(
        clock.instant(),
        actor,
        proposal.action(),
        new AdministrativeChange.Subject(
            proposal.code(), texts.name(), texts.nameEn(), proposal.code(), texts.regionCode()),
        proposal.effectiveFrom(),
        ItemJson.write(result.fields()));
  }

  /** Applies what was planned for today, on whichever node looks first. */
  @Scheduled(
      every = "30s",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> applyPlans() {
    return pool.withTransaction(
            connection ->
                DepartmentStore.plans(connection, LocalDate.now(clock))
                    .flatMap(
                        plans ->
                            Multi.createFrom()
                                .iterable(plans)
                                .onItem()
                                .transformToUniAndConcatenate(plan -> apply(connection, plan))
                                .collect()
                                .last()))
        .replaceWithVoid();
  }

  private Uni<Void> apply(SqlConnection connection, Plan plan) {
    return DepartmentStore.change(connection, plan.code(), plan.texts())
        .chain(
            () -> DepartmentStore.applied(connection, plan.id(), CityTime.offset(clock.instant())));
  }
}
