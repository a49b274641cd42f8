package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.FieldChanges;
import org.sunlit.api.model.ChangedField;
import org.sunlit.identity.Actor;
import org.sunlit.joint.ThemeDirectory;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.platform.StoredJson;
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
  private final AdministrativeChanges changes;
  private final Pool pool;
  private final Clock clock;

  ProjectPaths(
      PathStore store,
      ThemeDirectory themes,
      AdministrativeChanges changes,
      Pool pool,
      Clock clock) {
    this.store = store;
    this.themes = themes;
    this.changes = changes;
    this.pool = pool;
    this.clock = clock;
  }

  /** The paths one can register a project for today. */
  Uni<List<PathVersion>> open() {
    return store
        .inForce(today())
        .map(all -> all.stream().filter(version -> !version.path().closed()).toList());
  }

  /** The path one can register a project for today; fails with 404 when there is none. */
  Uni<PathVersion> open(String code) {
    return open()
        .map(
            all ->
                all.stream()
                    .filter(version -> version.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** All versions of all paths, for those who keep them. */
  Uni<List<PathVersion>> all(Actor actor) {
    check(actor, null);
    return store.all();
  }

  /**
   * Publishes a proposal as a new version.
   *
   * @param seen the number of the version it was made from; 0 for a new path
   * @return the number of the new version; fails with a {@link Problem}: 409 when nothing changes,
   *     412 when the version isn't the newest, 422 for what is wrong with it
   */
  public Uni<Integer> publish(Proposal proposal, int seen, Actor actor) {
    check(actor, proposal.path().regionCode());
    return errors(proposal)
        .chain(
            errors ->
                pool.withTransaction(
                    connection ->
                        store
                            .newest(connection, proposal.code())
                            .chain(
                                before ->
                                    publish(connection, proposal, seen, actor, before, errors))));
  }

  private Uni<Integer> publish(
      SqlConnection connection,
      Proposal proposal,
      int seen,
      Actor actor,
      Optional<PathVersion> before,
      List<FieldProblem> errors) {
    List<FieldProblem> wrong = new ArrayList<>(errors);
    LocalDate from = proposal.effectiveFrom();
    if (before.filter(one -> !from.isAfter(one.effectiveFrom())).isPresent()) {
      wrong.add(
          new FieldProblem(
              "/effectiveFrom", "theme.not-later", List.of(before.get().effectiveFrom())));
    }
    if (!wrong.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
    }
    if (before.map(PathVersion::version).orElse(0) != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    List<ChangedField> changed =
        FieldChanges.between(before.map(PathVersion::path).orElse(null), proposal.path());
    if (changed.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("item.nothing-changes");
    }
    PathVersion next =
        new PathVersion(
            proposal.code(), seen + 1, from, clock.instant(), actor.accountId(), proposal.path());
    return store
        .insert(connection, next)
        .invoke(
            stored -> {
              if (!stored) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .chain(() -> changes.record(connection, change(next, changed, actor)))
        .replaceWith(next.version());
  }

  private static AdministrativeChange change(
      PathVersion next, List<ChangedField> changed, Actor actor) {
    return new AdministrativeChange(
        next.publishedAt(),
        actor,
        ChangeAction.PROJECT_PATH_PUBLISHED,
        new AdministrativeChange.Subject(
            next.code(), next.path().name(), next.path().nameEn(), null, next.path().regionCode()),
        next.effectiveFrom(),
        StoredJson.write(changed));
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
              List<FieldProblem> errors = new ArrayList<>();
              if (proposal.effectiveFrom().isBefore(today())) {
                errors.add(
                    new FieldProblem("/effectiveFrom", "item.effective-in-the-past", List.of()));
              }
              errors.addAll(PathCheck.of(proposal.path(), open));
              return errors;
            });
  }

  /** Nobody's who keeps one department's part of the list. */
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

  private LocalDate today() {
    return clock.instant().atZone(CityTime.ZONE).toLocalDate();
  }
}
