package org.sunlit.charge;

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
import org.sunlit.administration.FieldChanges;
import org.sunlit.api.model.ChangedField;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.charge.rules.StandardCheck;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.identity.Actor;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.PowerList;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The catalogue of fees 收费目录清单 (A15): what may be charged, by which standard, since when and by
 * what ground, and what is no longer charged. Only versions are added.
 */
@ApplicationScoped
public class FeeCatalogue {
  private final FeeStore store;
  private final PowerList powerList;
  private final AdministrativeChanges changes;
  private final Pool pool;
  private final Clock clock;

  FeeCatalogue(
      FeeStore store, PowerList powerList, AdministrativeChanges changes, Pool pool, Clock clock) {
    this.store = store;
    this.powerList = powerList;
    this.changes = changes;
    this.pool = pool;
    this.clock = clock;
  }

  /** The standards as they stand on a day, whatever their status. */
  public Uni<List<StandardVersion>> on(LocalDate day) {
    return store.on(day);
  }

  /** The standards by which cases of an item that were accepted on a day are charged. */
  public Uni<List<StandardVersion>> charging(String itemCode, LocalDate day) {
    return store.on(day).map(versions -> charging(versions, itemCode));
  }

  /** Of the standards of a day those by which the item's cases are charged. */
  static List<StandardVersion> charging(List<StandardVersion> versions, String itemCode) {
    return versions.stream().filter(one -> one.standard().charges(itemCode)).toList();
  }

  /** Publishes first versions; a standard that is there already stays as it is. */
  public Uni<Void> register(List<FeeDraft> drafts, String by) {
    return pool.withTransaction(
        connection -> {
          Uni<Void> all = Uni.createFrom().voidItem();
          for (FeeDraft draft : drafts) {
            all = all.chain(() -> register(connection, draft, by));
          }
          return all;
        });
  }

  private Uni<Void> register(SqlConnection connection, FeeDraft draft, String by) {
    return store
        .newest(connection, draft.code())
        .chain(
            newest ->
                newest.isPresent() && !draft.effectiveFrom().isAfter(newest.get().effectiveFrom())
                    ? Uni.createFrom().voidItem()
                    : store
                        .insert(connection, next(draft, newest), clock.instant(), by)
                        .replaceWithVoid());
  }

  /**
   * Publishes a version.
   *
   * @param seen the number of the version it was made from; 0 for a new standard
   * @return the number of the new version; fails with a {@link Problem}: 403 for editors of one
   *     department, 409 when nothing changes, 412 when the version isn't the newest, 422 for what
   *     is wrong with it
   */
  public Uni<Integer> publish(FeeDraft draft, int seen, Actor actor) {
    if (actor.departmentCode() != null || actor.regionCode() != null) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("charge.catalogue-of-the-city");
    }
    return pool.withTransaction(
        connection ->
            store
                .newest(connection, draft.code())
                .call(newest -> check(draft, newest))
                .chain(
                    newest -> {
                      if (newest.map(StandardVersion::version).orElse(0) != seen) {
                        throw Problem.of(ProblemType.STALE_VERSION);
                      }
                      return publish(connection, draft, newest, actor);
                    }));
  }

  private Uni<Integer> publish(
      SqlConnection connection, FeeDraft draft, Optional<StandardVersion> before, Actor actor) {
    List<ChangedField> differing =
        FieldChanges.between(before.map(StandardVersion::standard).orElse(null), draft.fee());
    if (differing.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("item.nothing-changes");
    }
    StandardVersion next = next(draft, before);
    return store
        .insert(connection, next, clock.instant(), actor.accountId())
        .invoke(
            stored -> {
              if (!stored) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .chain(() -> changes.record(connection, change(next, differing, actor)))
        .replaceWith(next.version());
  }

  private Uni<Void> check(FeeDraft draft, Optional<StandardVersion> before) {
    List<FieldProblem> errors = new ArrayList<>();
    if (before.filter(one -> !draft.effectiveFrom().isAfter(one.effectiveFrom())).isPresent()) {
      errors.add(
          new FieldProblem(
              "/effectiveFrom", "theme.not-later", List.of(before.get().effectiveFrom())));
    }
    StandardCheck.of(draft.fee())
        .forEach(
            fault ->
                errors.add(
                    new FieldProblem("/fee" + fault.pointer(), fault.key(), fault.arguments())));
    return powerList
        .department(draft.fee().departmentCode())
        .invoke(
            department -> {
              if (department.isEmpty()) {
                errors.add(
                    new FieldProblem("/fee/departmentCode", "item.unknown-department", List.of()));
              }
              if (!errors.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
              }
            })
        .replaceWithVoid();
  }

  private static StandardVersion next(FeeDraft draft, Optional<StandardVersion> before) {
    int version = before.map(StandardVersion::version).orElse(0) + 1;
    return new StandardVersion(draft.code(), version, draft.effectiveFrom(), draft.fee());
  }

  private AdministrativeChange change(
      StandardVersion next, List<ChangedField> differing, Actor actor) {
    FeeStandard fee = next.standard();
    return new AdministrativeChange(
        clock.instant(),
        actor,
        ChangeAction.FEE_PUBLISHED,
        new AdministrativeChange.Subject(
            next.code(), fee.name(), fee.nameEn(), fee.departmentCode(), null),
        next.effectiveFrom(),
        StoredJson.write(differing));
  }
}
