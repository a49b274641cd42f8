package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
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
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.ThemeCheck;
import org.sunlit.powerlist.PowerList;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Keeps the themes: never over what is there, and never without a record of who did it. For those
 * who keep the whole city's list, because a theme binds several departments.
 */
@ApplicationScoped
public class ThemeEditing {
  /** A theme as somebody wants it, from a day on. */
  public record Proposal(String code, LocalDate effectiveFrom, JointTheme theme) {}

  private final ThemeStore store;
  private final JointThemes themes;
  private final PowerList powerList;
  private final Editions editions;
  private final Pool pool;
  private final Clock clock;

  ThemeEditing(
      ThemeStore store,
      JointThemes themes,
      PowerList powerList,
      Editions editions,
      Pool pool,
      Clock clock) {
    this.store = store;
    this.themes = themes;
    this.powerList = powerList;
    this.editions = editions;
    this.pool = pool;
    this.clock = clock;
  }

  Uni<List<Edition<JointTheme>>> all(Actor actor) {
    Editions.mustKeep(actor, null);
    return store.all();
  }

  /** What a proposal would change; refused as its publication would be. */
  Uni<Editions.Planned<JointTheme>> preview(Proposal proposal, Actor actor) {
    Editions.mustKeep(actor, proposal.theme().regionCode());
    return plan(pool, proposal);
  }

  /**
   * Publishes a proposal as a new version.
   *
   * @param seen the number of the version it was made from; 0 for a new theme
   * @return the number of the new version; fails with a {@link Problem}: 409 when nothing changes,
   *     412 when the version isn't the newest, 422 for what is wrong with it
   */
  public Uni<Integer> publish(Proposal proposal, int seen, Actor actor) {
    Editions.mustKeep(actor, proposal.theme().regionCode());
    return pool.withTransaction(
        connection ->
            plan(connection, proposal)
                .chain(
                    planned ->
                        editions.publish(
                            connection,
                            store,
                            planned.before(),
                            new Editions.Wanted<>(
                                proposal.code(),
                                proposal.effectiveFrom(),
                                proposal.theme(),
                                seen,
                                actor),
                            ChangeAction.JOINT_THEME_PUBLISHED,
                            ThemeEditing::subject)));
  }

  private static AdministrativeChange.Subject subject(String code, JointTheme theme) {
    return new AdministrativeChange.Subject(
        code, theme.name(), theme.nameEn(), theme.leadDepartment(), theme.regionCode());
  }

  private Uni<Editions.Planned<JointTheme>> plan(SqlClient client, Proposal proposal) {
    return store
        .newest(client, proposal.code())
        .chain(
            before ->
                errors(proposal, before)
                    .map(
                        errors -> {
                          if (!errors.isEmpty()) {
                            throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
                          }
                          return Editions.Planned.of(before, proposal.theme());
                        }));
  }

  private Uni<List<FieldProblem>> errors(Proposal proposal, Optional<Edition<JointTheme>> before) {
    LocalDate from = proposal.effectiveFrom();
    List<FieldProblem> errors = new ArrayList<>(editions.wrongDay(from, before));
    return powerList
        .department(proposal.theme().leadDepartment())
        .invoke(
            lead -> {
              if (lead.isEmpty()) {
                errors.add(
                    new FieldProblem(
                        "/theme/leadDepartment", "item.unknown-department", List.of()));
              }
            })
        .chain(() -> themes.items(proposal.theme(), from))
        .map(
            items -> {
              errors.addAll(ThemeCheck.of(proposal.theme(), items));
              return errors;
            });
  }
}
