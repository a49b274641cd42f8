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
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.Edition;
import org.sunlit.administration.Editions;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.charge.rules.StandardCheck;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Regions;
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
  private final Editions editions;
  private final Pool pool;
  private final Clock clock;

  FeeCatalogue(FeeStore store, PowerList powerList, Editions editions, Pool pool, Clock clock) {
    this.store = store;
    this.powerList = powerList;
    this.editions = editions;
    this.pool = pool;
    this.clock = clock;
  }

  /** The standards as they stand on a day, whatever their status. */
  public Uni<List<StandardVersion>> on(LocalDate day) {
    return store
        .inForce(day)
        .map(editions -> editions.stream().map(FeeCatalogue::version).toList());
  }

  private static StandardVersion version(Edition<FeeStandard> one) {
    return new StandardVersion(one.code(), one.version(), one.effectiveFrom(), one.definition());
  }

  /** The standards by which cases of an item that were accepted on a day are charged. */
  public Uni<List<StandardVersion>> charging(String itemCode, LocalDate day) {
    return on(day).map(versions -> charging(versions, itemCode));
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
                    : store.insert(connection, next(draft, newest, by)).replaceWithVoid());
  }

  /** All versions of all standards, for those who keep them. */
  Uni<List<Edition<FeeStandard>>> all(Actor actor) {
    mustKeep(actor);
    return store.all();
  }

  /** What a draft would change; refused as its publication would be. */
  Uni<Editions.Planned<FeeStandard>> preview(FeeDraft draft, Actor actor) {
    mustKeep(actor);
    return store
        .newest(pool, draft.code())
        .call(newest -> check(draft, newest))
        .map(newest -> Editions.Planned.of(newest, draft.fee()));
  }

  private static void mustKeep(Actor actor) {
    boolean ofTheCity = actor.regionCode() == null || Regions.cityOrAbove(actor.regionCode());
    if (actor.departmentCode() != null || !ofTheCity) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("charge.catalogue-of-the-city");
    }
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
    mustKeep(actor);
    return pool.withTransaction(
        connection ->
            store
                .newest(connection, draft.code())
                .call(newest -> check(draft, newest))
                .chain(
                    newest ->
                        editions.publish(
                            connection,
                            store,
                            newest,
                            new Editions.Wanted<>(
                                draft.code(), draft.effectiveFrom(), draft.fee(), seen, actor),
                            ChangeAction.FEE_PUBLISHED,
                            FeeCatalogue::subject)));
  }

  private static AdministrativeChange.Subject subject(String code, FeeStandard fee) {
    return new AdministrativeChange.Subject(
        code, fee.name(), fee.nameEn(), fee.departmentCode(), null);
  }

  private Uni<Void> check(FeeDraft draft, Optional<Edition<FeeStandard>> before) {
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

  private Edition<FeeStandard> next(
      FeeDraft draft, Optional<Edition<FeeStandard>> before, String by) {
    return new Edition<>(
        draft.code(),
        Edition.newest(before) + 1,
        draft.effectiveFrom(),
        clock.instant(),
        by,
        draft.fee());
  }
}
