package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.Edition;
import org.sunlit.administration.Editions;
import org.sunlit.identity.Actor;
import org.sunlit.joint.ThemeDirectory;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.project.rules.PathCheck;
import org.sunlit.project.rules.ProjectPath;

/**
 * The paths projects can go: read by everybody, kept by those who keep the whole city's list,
 * because a path binds several departments. Never over what is there, and never without a record.
 */
@ApplicationScoped
public class ProjectPaths {
  /** A path as somebody wants it, from a day on. */
  public record Proposal(String code, LocalDate effectiveFrom, ProjectPath path) {}

  private final PathStore store;
  private final ThemeDirectory themes;
  private final Editions editions;
  private final Pool pool;
  private final Clock clock;

  ProjectPaths(PathStore store, ThemeDirectory themes, Editions editions, Pool pool, Clock clock) {
    this.store = store;
    this.themes = themes;
    this.editions = editions;
    this.pool = pool;
    this.clock = clock;
  }

  /** The paths one can register a project for today. */
  Uni<List<Edition<ProjectPath>>> open() {
    return store
        .inForce(today())
        .map(all -> all.stream().filter(version -> !version.definition().closed()).toList());
  }

  /** The path one can register a project for today; fails with 404 when there is none. */
  Uni<Edition<ProjectPath>> open(String code) {
    return open()
        .map(
            all ->
                all.stream()
                    .filter(version -> version.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** All versions of all paths, for those who keep them. */
  Uni<List<Edition<ProjectPath>>> all(Actor actor) {
    Editions.mustKeep(actor, null);
    return store.all();
  }

  /** What a proposal would change; refused as its publication would be. */
  Uni<Editions.Planned<ProjectPath>> preview(Proposal proposal, Actor actor) {
    Editions.mustKeep(actor, proposal.path().regionCode());
    return errors(proposal)
        .chain(
            errors ->
                store
                    .newest(pool, proposal.code())
                    .invoke(before -> mustBeRight(proposal, before, errors)))
        .map(before -> Editions.Planned.of(before, proposal.path()));
  }

  /**
   * Publishes a proposal as a new version.
   *
   * @param seen the number of the version it was made from; 0 for a new path
   * @return the number of the new version; fails with a {@link Problem}: 409 when nothing changes,
   *     412 when the version isn't the newest, 422 for what is wrong with it
   */
  public Uni<Integer> publish(Proposal proposal, int seen, Actor actor) {
    Editions.mustKeep(actor, proposal.path().regionCode());
    return errors(proposal)
        .chain(
            errors ->
                pool.withTransaction(
                    connection ->
                        store
                            .newest(connection, proposal.code())
                            .invoke(before -> mustBeRight(proposal, before, errors))
                            .chain(
                                before ->
                                    editions.publish(
                                        connection,
                                        store,
                                        before,
                                        new Editions.Wanted<>(
                                            proposal.code(),
                                            proposal.effectiveFrom(),
                                            proposal.path(),
                                            seen,
                                            actor),
                                        ChangeAction.PROJECT_PATH_PUBLISHED,
                                        ProjectPaths::subject))));
  }

  private void mustBeRight(
      Proposal proposal, Optional<Edition<ProjectPath>> before, List<FieldProblem> errors) {
    List<FieldProblem> wrong = new ArrayList<>(editions.wrongDay(proposal.effectiveFrom(), before));
    wrong.addAll(errors);
    if (!wrong.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
    }
  }

  private static AdministrativeChange.Subject subject(String code, ProjectPath path) {
    return new AdministrativeChange.Subject(
        code, path.name(), path.nameEn(), null, path.regionCode());
  }

  private Uni<List<FieldProblem>> errors(Proposal proposal) {
    return themes
        .on(proposal.effectiveFrom(), proposal.path().themes())
        .map(
            known -> {
              Map<String, PathCheck.Theme> open = new HashMap<>();
              known.values().stream()
                  .filter(ThemeDirectory.Entry::open)
                  .forEach(
                      one ->
                          open.put(one.code(), new PathCheck.Theme(one.regionCode(), one.items())));
              return PathCheck.of(proposal.path(), open);
            });
  }

  private LocalDate today() {
    return clock.instant().atZone(CityTime.ZONE).toLocalDate();
  }
}
