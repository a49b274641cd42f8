package org.sunlit.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.sunlit.api.model.ChangedField;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * How a new edition comes about: by who keeps what binds several departments, never over what is
 * there, and never without a record.
 */
@ApplicationScoped
public class Editions {
  private final AdministrativeChanges changes;
  private final Clock clock;

  Editions(AdministrativeChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What is to be published.
   *
   * @param seen the number of the edition it was made from; 0 for the first
   */
  public record Wanted<T>(
      String code, LocalDate effectiveFrom, T definition, int seen, Actor actor) {}

  /**
   * What a proposal comes to.
   *
   * @param before the newest edition; empty for what is new
   * @param changes what differs from it, field by field
   */
  public record Planned<T>(Optional<Edition<T>> before, List<ChangedField> changes) {
    /** What it comes to that the next edition is this. */
    public static <T> Planned<T> of(Optional<Edition<T>> before, T definition) {
      return new Planned<>(before, changes(before, definition));
    }

    /** The number of the edition it is made from; 0 for the first. */
    public int baseVersion() {
      return Edition.newest(before);
    }

    private static <T> List<ChangedField> changes(Optional<Edition<T>> before, T definition) {
      return FieldChanges.between(before.map(Edition::definition).orElse(null), definition);
    }
  }

  /** Fails with 403 for who keeps one department's part of the list, or another region's. */
  public static void mustKeep(Actor actor, String regionCode) {
    boolean reaches =
        actor.departmentCode() == null
            && (actor.regionCode() == null
                || regionCode == null
                || Regions.within(regionCode, actor.regionCode()));
    if (!reaches) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("theme.not-yours");
    }
  }

  /** What is wrong with the day that something is to hold from. */
  public <T> List<FieldProblem> wrongDay(LocalDate from, Optional<Edition<T>> before) {
    if (from.isBefore(clock.instant().atZone(CityTime.ZONE).toLocalDate())) {
      return List.of(new FieldProblem("/effectiveFrom", "item.effective-in-the-past", List.of()));
    }
    return before
        .filter(one -> !from.isAfter(one.effectiveFrom()))
        .map(
            one ->
                new FieldProblem("/effectiveFrom", "theme.not-later", List.of(one.effectiveFrom())))
        .stream()
        .toList();
  }

  /**
   * Publishes what is right in itself.
   *
   * @param action what the record calls it
   * @param subject what the record says of it, by its code and definition
   * @return the new edition's number; fails with a {@link Problem}: 409 when nothing changes, 412
   *     when the one seen isn't the newest
   */
  public <T> Uni<Integer> publish(
      SqlConnection connection,
      EditionStore<T> store,
      Optional<Edition<T>> before,
      Wanted<T> wanted,
      ChangeAction action,
      BiFunction<String, T, AdministrativeChange.Subject> subject) {
    if (Edition.newest(before) != wanted.seen()) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    List<ChangedField> changed = Planned.of(before, wanted.definition()).changes();
    if (changed.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("item.nothing-changes");
    }
    Edition<T> next =
        new Edition<>(
            wanted.code(),
            wanted.seen() + 1,
            wanted.effectiveFrom(),
            clock.instant(),
            wanted.actor().accountId(),
            wanted.definition());
    return store
        .insert(connection, next)
        .invoke(
            stored -> {
              if (!stored) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .chain(
            () ->
                changes.record(
                    connection,
                    new AdministrativeChange(
                        next.publishedAt(),
                        wanted.actor(),
                        action,
                        subject.apply(next.code(), next.definition()),
                        next.effectiveFrom(),
                        StoredJson.write(changed))))
        .replaceWith(next.version());
  }

  /** The editions of each code, in the order they come. */
  public static <T> Map<String, List<Edition<T>>> byCode(List<Edition<T>> all) {
    return all.stream()
        .collect(Collectors.groupingBy(Edition::code, LinkedHashMap::new, Collectors.toList()));
  }
}
