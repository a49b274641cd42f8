package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.identity.Actor;
import org.sunlit.powerlist.PublishPlan.Latest;
import org.sunlit.powerlist.PublishPlan.NewVersion;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Changes items one at a time, by hand: by the very rules of an import, never over what is there,
 * and never without a record of who did it.
 */
@ApplicationScoped
class ItemEditing {
  /**
   * What an editor wants an item to say.
   *
   * @param flow the flow as written, or null to keep the item's
   * @param standardFlow whether it goes back to the category's standard flow
   */
  record Proposal(
      String code,
      LocalDate effectiveFrom,
      ItemContent content,
      FlowForms.Read flow,
      boolean standardFlow) {
    /** Which part of the item it is about, and whose draft it ends. */
    String part() {
      return flow != null || standardFlow ? "flow" : "item";
    }
  }

  /** An item as its editors see it; the drafts are null when there are none. */
  record Edition(
      String code,
      Latest latest,
      SortedMap<Integer, Integer> runningCases,
      ItemDrafts.Kept itemDraft,
      ItemDrafts.Kept flowDraft) {}

  /**
   * What a proposal comes to.
   *
   * @param before the newest version, or null for a new item
   * @param version what would be written; null when nothing changes
   */
  record Planned(Latest before, NewVersion version, Publication publication, PublishPlan plan) {
    List<VersionChanges.Change> changes() {
      return version == null
          ? List.of()
          : VersionChanges.of(before == null ? null : before.content(), version.draft().content());
    }

    boolean flowChanges() {
      return version != null
          && (before == null
              || before.origin() != version.origin()
              || !before.flow().equals(version.flow()));
    }
  }

  /** A preview with the open cases that stay where they are. */
  record Preview(Planned planned, SortedMap<Integer, Integer> runningCases) {}

  private final Pool pool;
  private final ItemPublisher publisher;
  private final Catalogue catalogue;
  private final ItemDrafts drafts;
  private final SubProcessLibrary library;
  private final RunningCases runningCases;
  private final AdministrativeChanges changes;
  private final Clock clock;

  ItemEditing(
      Pool pool,
      ItemPublisher publisher,
      Catalogue catalogue,
      ItemDrafts drafts,
      SubProcessLibrary library,
      RunningCases runningCases,
      AdministrativeChanges changes,
      Clock clock) {
    this.pool = pool;
    this.publisher = publisher;
    this.catalogue = catalogue;
    this.drafts = drafts;
    this.library = library;
    this.runningCases = runningCases;
    this.changes = changes;
    this.clock = clock;
  }

  /** The newest version of an item; 404 without one, 403 for an editor it isn't for. */
  Uni<Edition> edition(String code, Actor actor) {
    return latest(code)
        .map(
            found -> {
              if (!found.containsKey(code)) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              EditRights.of(actor).check(found.get(code).content());
              return found.get(code);
            })
        .flatMap(
            latest ->
                runningCases
                    .byVersion(code)
                    .flatMap(
                        cases ->
                            drafts
                                .of(code, actor)
                                .map(
                                    kept ->
                                        new Edition(
                                            code,
                                            latest,
                                            cases,
                                            kept.get("item"),
                                            kept.get("flow")))));
  }

  private Uni<Map<String, Latest>> latest(String code) {
    return pool.withConnection(connection -> LatestVersions.of(connection, List.of(code)));
  }

  /** What a proposal would change; refused as its publication would be. */
  Uni<Preview> preview(Proposal proposal, Actor actor) {
    return pool.withConnection(connection -> plan(connection, proposal, actor, null))
        .flatMap(
            planned ->
                runningCases.byVersion(proposal.code()).map(cases -> new Preview(planned, cases)));
  }

  /**
   * Publishes a proposal as a new version.
   *
   * @param seen the number of the version it was made from; 0 for a new item
   */
  Uni<Planned> publish(Proposal proposal, int seen, Actor actor) {
    return pool.withTransaction(
            connection ->
                publisher
                    .lock(connection)
                    .chain(() -> plan(connection, proposal, actor, seen))
                    .call(planned -> write(connection, planned, proposal, actor)))
        .invoke(publisher::committed)
        .call(() -> catalogue.refreshed());
  }

  private Uni<Void> write(
      SqlConnection connection, Planned planned, Proposal proposal, Actor actor) {
    if (planned.version() == null) {
      throw Problem.of(ProblemType.CONFLICT).detail("item.nothing-changes");
    }
    return publisher
        .write(connection, planned.publication(), planned.plan(), written -> {})
        .chain(() -> changes.record(connection, change(planned, proposal, actor)))
        .chain(() -> drafts.drop(connection, proposal.code(), proposal.part(), actor));
  }

  private AdministrativeChange change(Planned planned, Proposal proposal, Actor actor) {
    NewVersion version = planned.version();
    ItemContent content = version.draft().content();
    return new AdministrativeChange(
        clock.instant(),
        actor,
        proposal.part().equals("flow") ? ChangeAction.FLOW_PUBLISHED : ChangeAction.ITEM_PUBLISHED,
        new AdministrativeChange.Subject(
            version.draft().code(),
            content.name(),
            content.nameEn(),
            content.departmentCode(),
            content.regionCode()),
        version.effectiveFrom(),
        ChangedFields.record(planned));
  }

  private Uni<Planned> plan(
      SqlConnection connection, Proposal proposal, Actor actor, Integer seen) {
    return LatestVersions.of(connection, List.of(proposal.code()))
        .map(
            found -> {
              Latest before = found.get(proposal.code());
              check(proposal, before, actor, seen);
              return found;
            })
        .flatMap(
            found ->
                Directory.of(connection)
                    .map(directory -> errors(proposal, directory))
                    .call(errors -> taken(proposal).invoke(errors::addAll))
                    .flatMap(errors -> plan(proposal, found, errors)));
  }

  /** What of the flow says that it is the library's, and isn't. */
  private Uni<List<FieldProblem>> taken(Proposal proposal) {
    return proposal.flow() == null
        ? Uni.createFrom().item(List.of())
        : library
            .taken(proposal.flow().flow(), proposal.effectiveFrom())
            .map(
                wrong ->
                    wrong.stream()
                        .map(
                            one ->
                                new FieldProblem(
                                    "/flow" + one.pointer(), one.messageKey(), one.args()))
                        .toList());
  }

  private static void check(Proposal proposal, Latest before, Actor actor, Integer seen) {
    EditRights rights = EditRights.of(actor);
    if (before != null) {
      rights.check(before.content());
    }
    rights.check(proposal.content());
    if (seen != null && seen != (before == null ? 0 : before.number())) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
  }

  private Uni<Planned> plan(
      Proposal proposal, Map<String, Latest> found, List<FieldProblem> errors) {
    Latest before = found.get(proposal.code());
    ItemDraft draft =
        new ItemDraft(
            proposal.code(), proposal.effectiveFrom(), proposal.content(), flow(proposal, before));
    Publication publication =
        Publication.of(List.of(), List.of(), List.of(draft), proposal.effectiveFrom());
    return publisher
        .plan(publication, found, 0)
        .onFailure(PublishRefused.class)
        .transform(
            refused -> {
              ((PublishRefused) refused)
                  .findings()
                  .forEach(
                      one ->
                          errors.add(
                              new FieldProblem(one.pointer(), one.messageKey(), one.args())));
              return refused(errors);
            })
        .map(
            plan -> {
              if (!errors.isEmpty()) {
                throw refused(errors);
              }
              List<NewVersion> versions = plan.newVersions();
              return new Planned(
                  before, versions.isEmpty() ? null : versions.get(0), publication, plan);
            });
  }

  private static Problem refused(List<FieldProblem> errors) {
    return Problem.of(ProblemType.UNPROCESSABLE).with(errors);
  }

  private static FlowDefinition flow(Proposal proposal, Latest before) {
    if (proposal.flow() != null) {
      return proposal.flow().flow();
    }
    return proposal.standardFlow() ? null : KeptFlow.of(before, proposal.content());
  }

  /** What only a hand at a form can get wrong; the rest is said by the rules for every item. */
  private List<FieldProblem> errors(Proposal proposal, Directory directory) {
    List<FieldProblem> errors = new ArrayList<>();
    ItemContent content = proposal.content();
    if (proposal.effectiveFrom().isBefore(LocalDate.now(clock))) {
      errors.add(new FieldProblem("/effectiveFrom", "item.effective-in-the-past", List.of()));
    }
    DepartmentView department = directory.departments().get(content.departmentCode());
    if (department == null) {
      errors.add(new FieldProblem("/content/departmentCode", "item.unknown-department", List.of()));
    } else if (!department.standsOn(proposal.effectiveFrom())) {
      errors.add(new FieldProblem("/content/departmentCode", "item.closed-department", List.of()));
    }
    if (!directory.regions().containsKey(content.regionCode())) {
      errors.add(new FieldProblem("/content/regionCode", "item.unknown-region", List.of()));
    }
    if (proposal.flow() != null) {
      for (FlowForms.Issue issue : proposal.flow().issues()) {
        errors.add(new FieldProblem("/flow" + issue.pointer(), issue.messageKey(), issue.args()));
      }
    }
    return errors;
  }
}
