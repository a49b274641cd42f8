package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.Edition;
import org.sunlit.administration.Editions;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.SubProcess;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The city's library of sub-processes (子流程库): kept in versions by whoever keeps the whole list,
 * read by everybody who draws a flow. A flow takes a version as a copy under its name, so a new
 * version changes nobody's flow (ADR 119).
 */
@ApplicationScoped
public class SubProcessLibrary {
  private static final String USES =
      """
      select s.part->>'code' as code, (s.part->>'libraryVersion')::int as library_version,
        i.code as item_code, v.name, v.name_en, v.number, v.effective_from
      from power_item_version v
        join power_item i on i.id = v.item_id
        join flow_definition f on f.id = v.flow_id
        cross join lateral jsonb_array_elements(f.definition->'subProcesses') as s(part)
      where s.part->>'libraryVersion' is not null
        and (v.effective_to is null or v.effective_to >= greatest($1, v.effective_from))
      order by s.part->>'code', i.code, v.number
      """;

  /** A sub-process as somebody wants it, from a day on. */
  public record Proposal(String code, LocalDate effectiveFrom, SubProcess part) {}

  /**
   * Where a version of it is gone through, today or from a day to come.
   *
   * @param itemVersion the version of the item whose flow it is in
   */
  record Use(
      String code,
      int libraryVersion,
      String itemCode,
      String itemName,
      String itemNameEn,
      int itemVersion,
      LocalDate effectiveFrom) {}

  /** The library, and where it is used. */
  record Shelf(List<Edition<SubProcess>> editions, List<Use> uses) {}

  private final SubProcessStore store;
  private final Editions editions;
  private final Pool pool;
  private final Clock clock;

  SubProcessLibrary(SubProcessStore store, Editions editions, Pool pool, Clock clock) {
    this.store = store;
    this.editions = editions;
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Shelf> shelf() {
    LocalDate today = clock.instant().atZone(CityTime.ZONE).toLocalDate();
    return store
        .all()
        .chain(
            all ->
                pool.preparedQuery(USES)
                    .execute(Tuple.of(today))
                    .map(
                        rows ->
                            new Shelf(all, rows.stream().map(SubProcessLibrary::use).toList())));
  }

  private static Use use(Row row) {
    return new Use(
        row.getString("code"),
        row.getInteger("library_version"),
        row.getString("item_code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getInteger("number"),
        row.getLocalDate("effective_from"));
  }

  /** All editions, for who judges a flow that takes from them; none where none is taken from. */
  Uni<List<Edition<SubProcess>>> editions(boolean taken) {
    return taken ? store.all() : Uni.createFrom().item(List.of());
  }

  /** What is wrong with what a flow says it took; pointers into the flow. */
  Uni<List<FieldProblem>> taken(FlowDefinition flow, LocalDate on) {
    return editions(flow.subProcesses().stream().anyMatch(one -> one.libraryVersion() != null))
        .map(all -> LibraryRules.taken(flow.subProcesses(), all, on));
  }

  /** What a proposal would change; refused as its publication would be. */
  Uni<Editions.Planned<SubProcess>> preview(
      Proposal proposal, List<FieldProblem> issues, Actor actor) {
    Editions.mustKeep(actor, null);
    return plan(pool, proposal, issues);
  }

  /** The same for programs of the house, which write whole ones. */
  public Uni<Integer> publish(Proposal proposal, int seen, Actor actor) {
    return publish(proposal, List.of(), seen, actor);
  }

  /**
   * Publishes a proposal as a new version.
   *
   * @param issues what its form lacks
   * @param seen the number of the version it was made from; 0 for a new one
   * @return the number of the new version; fails with a {@link Problem}: 409 when nothing changes,
   *     412 when the version isn't the newest, 422 for what is wrong with it
   */
  Uni<Integer> publish(Proposal proposal, List<FieldProblem> issues, int seen, Actor actor) {
    Editions.mustKeep(actor, null);
    return pool.withTransaction(
        connection ->
            plan(connection, proposal, issues)
                .chain(
                    planned ->
                        editions.publish(
                            connection,
                            store,
                            planned.before(),
                            new Editions.Wanted<>(
                                proposal.code(),
                                proposal.effectiveFrom(),
                                proposal.part(),
                                seen,
                                actor),
                            ChangeAction.SUB_PROCESS_PUBLISHED,
                            (code, part) ->
                                new AdministrativeChange.Subject(
                                    code, part.name(), part.nameEn(), null, null))));
  }

  private Uni<Editions.Planned<SubProcess>> plan(
      SqlClient client, Proposal proposal, List<FieldProblem> issues) {
    return store
        .newest(client, proposal.code())
        .map(
            before -> {
              List<FieldProblem> wrong = wrong(proposal, issues, before);
              if (!wrong.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
              }
              return Editions.Planned.of(before, proposal.part());
            });
  }

  private List<FieldProblem> wrong(
      Proposal proposal, List<FieldProblem> issues, Optional<Edition<SubProcess>> before) {
    List<FieldProblem> wrong = new ArrayList<>(editions.wrongDay(proposal.effectiveFrom(), before));
    List<FieldProblem> inside =
        issues.isEmpty() ? LibraryRules.objections(proposal.part()) : issues;
    inside.stream()
        .map(one -> new FieldProblem("/subProcess" + one.pointer(), one.messageKey(), one.args()))
        .forEach(wrong::add);
    return wrong;
  }
}
