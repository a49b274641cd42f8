package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.FieldChanges;
import org.sunlit.api.model.ChangedField;
import org.sunlit.identity.Actor;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.ThemeCheck;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.platform.StoredJson;
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

  /**
   * What a proposal comes to.
   *
   * @param before the newest version; empty for a new theme
   */
  record Planned(Optional<ThemeVersion> before, Proposal proposal, List<ChangedField> changes) {
    int baseVersion() {
      return before.map(ThemeVersion::version).orElse(0);
    }
  }

  private final ThemeStore store;
  private final JointThemes themes;
  private final PowerList powerList;
  private final AdministrativeChanges changes;
  private final Pool pool;
  private final Clock clock;

  ThemeEditing(
      ThemeStore store,
      JointThemes themes,
      PowerList powerList,
      AdministrativeChanges changes,
      Pool pool,
      Clock clock) {
    this.store = store;
    this.themes = themes;
    this.powerList = powerList;
    this.changes = changes;
    this.pool = pool;
    this.clock = clock;
  }

  Uni<List<ThemeVersion>> all(Actor actor) {
    check(actor, null);
    return store.all();
  }

  /** What a proposal would change; refused as its publication would be. */
  Uni<Planned> preview(Proposal proposal, Actor actor) {
    check(actor, proposal.theme().regionCode());
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
    check(actor, proposal.theme().regionCode());
    return pool.withTransaction(
        connection ->
            plan(connection, proposal)
                .chain(
                    planned -> {
                      if (planned.baseVersion() != seen) {
                        throw Problem.of(ProblemType.STALE_VERSION);
                      }
                      if (planned.changes().isEmpty()) {
                        throw Problem.of(ProblemType.CONFLICT).detail("item.nothing-changes");
                      }
                      ThemeVersion next = next(planned, actor);
                      return store
                          .insert(connection, next)
                          .invoke(
                              stored -> {
                                if (!stored) {
                                  throw Problem.of(ProblemType.STALE_VERSION);
                                }
                              })
                          .chain(() -> changes.record(connection, change(planned, next, actor)))
                          .replaceWith(next.version());
                    }));
  }

  private ThemeVersion next(Planned planned, Actor actor) {
    Proposal proposal = planned.proposal();
    return new ThemeVersion(
        proposal.code(),
        planned.baseVersion() + 1,
        proposal.effectiveFrom(),
        clock.instant(),
        actor.accountId(),
        proposal.theme());
  }

  private AdministrativeChange change(Planned planned, ThemeVersion next, Actor actor) {
    JointTheme theme = next.theme();
    return new AdministrativeChange(
        Instant.now(clock),
        actor,
        ChangeAction.JOINT_THEME_PUBLISHED,
        new AdministrativeChange.Subject(
            next.code(), theme.name(), theme.nameEn(), theme.leadDepartment(), theme.regionCode()),
        next.effectiveFrom(),
        StoredJson.write(planned.changes()));
  }

  private Uni<Planned> plan(SqlClient client, Proposal proposal) {
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
                          return new Planned(
                              before,
                              proposal,
                              FieldChanges.between(
                                  before.map(ThemeVersion::theme).orElse(null), proposal.theme()));
                        }));
  }

  private Uni<List<FieldProblem>> errors(Proposal proposal, Optional<ThemeVersion> before) {
    List<FieldProblem> errors = new ArrayList<>();
    LocalDate from = proposal.effectiveFrom();
    if (from.isBefore(clock.instant().atZone(CityTime.ZONE).toLocalDate())) {
      errors.add(new FieldProblem("/effectiveFrom", "item.effective-in-the-past", List.of()));
    } else if (before.filter(one -> !from.isAfter(one.effectiveFrom())).isPresent()) {
      errors.add(
          new FieldProblem(
              "/effectiveFrom", "theme.not-later", List.of(before.get().effectiveFrom())));
    }
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

  /**
   * A theme binds several departments: it is nobody's who keeps one department's part of the list.
   */
  private static void check(Actor actor, String regionCode) {
    boolean reaches =
        actor.departmentCode() == null
            && (actor.regionCode() == null
                || regionCode == null
                || Regions.within(regionCode, actor.regionCode()));
    if (!reaches) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("theme.not-yours");
    }
  }
}
