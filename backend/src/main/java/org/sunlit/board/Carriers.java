package org.sunlit.board;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.FieldChanges;
import org.sunlit.api.model.ChangedField;
import org.sunlit.board.rules.CarrierHealth;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Sha256;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Keeps the register of carriers 公开载体 (K2): what they are, their devices, what is posted. */
@ApplicationScoped
public class Carriers {
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What a change comes to.
   *
   * @param version after it
   */
  public record Kept(boolean applied, String code, int version, List<ChangedField> changes) {}

  /** What several changes come to, by code. */
  record Many(Map<String, List<FieldProblem>> problems, List<Kept> kept) {}

  private final Pool pool;
  private final CarrierStore store;
  private final CarrierChecks checks;
  private final AdministrativeChanges changes;
  private final Idempotency idempotency;
  private final Clock clock;

  Carriers(
      Pool pool,
      CarrierStore store,
      CarrierChecks checks,
      AdministrativeChanges changes,
      Idempotency idempotency,
      Clock clock) {
    this.pool = pool;
    this.store = store;
    this.checks = checks;
    this.changes = changes;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  Uni<CarrierRow> find(String code) {
    return store
        .find(code)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** Whether this person keeps that carrier. */
  static boolean keeps(Actor actor, CarrierForm form) {
    return actor.may(Permission.CARRIERS_MANAGE)
        && Scope.of(actor).covers(form.departmentCode(), form.regionCode());
  }

  /**
   * Enters a carrier, or changes what is said of it.
   *
   * @param seen the version last seen; 0 for a new one
   * @throws Problem 403 beyond the actor's reach, 412 for a version that is not the newest, 422
   */
  public Uni<Kept> keep(String code, CarrierForm form, int seen, Actor by, boolean dryRun) {
    return pool.withTransaction(
        connection ->
            checks
                .known(connection, List.of(form))
                .invoke(known -> refuse(CarrierChecks.problems(form, known)))
                .chain(() -> store.of(connection, List.of(code)))
                .map(found -> found.stream().findFirst())
                .chain(
                    before -> {
                      if (before.map(CarrierRow::version).orElse(0) != seen) {
                        throw Problem.of(ProblemType.STALE_VERSION);
                      }
                      return keep(connection, code, form, before, by, dryRun);
                    }));
  }

  /** Enters many, or changes what is said of them: all, or none when something is wrong. */
  Uni<Many> keepAll(Map<String, CarrierForm> forms, Actor by, boolean dryRun) {
    return pool.withTransaction(
        connection ->
            checks
                .known(connection, forms.values())
                .chain(
                    known ->
                        before(connection, forms)
                            .chain(
                                before -> {
                                  var wrong = problems(forms, known, before, by);
                                  return wrong.isEmpty()
                                      ? each(connection, forms, before, by, dryRun)
                                          .map(kept -> new Many(wrong, kept))
                                      : Uni.createFrom().item(new Many(wrong, List.of()));
                                })));
  }

  private Uni<Map<String, CarrierRow>> before(
      SqlConnection connection, Map<String, CarrierForm> forms) {
    return store
        .of(connection, forms.keySet())
        .map(
            found ->
                found.stream().collect(Collectors.toMap(CarrierRow::code, Function.identity())));
  }

  /** What is wrong with each, also that it is somebody else's now or would be then. */
  private static Map<String, List<FieldProblem>> problems(
      Map<String, CarrierForm> forms,
      CarrierChecks.Known known,
      Map<String, CarrierRow> before,
      Actor by) {
    Map<String, List<FieldProblem>> wrong = new LinkedHashMap<>();
    forms.forEach(
        (code, form) -> {
          List<FieldProblem> problems = CarrierChecks.problems(form, known);
          boolean theirs = before.containsKey(code) && !keeps(by, before.get(code).form());
          if (problems.isEmpty() && (theirs || !keeps(by, form))) {
            problems = List.of(new FieldProblem("/departmentCode", "carrier.not-yours", List.of()));
          }
          if (!problems.isEmpty()) {
            wrong.put(code, problems);
          }
        });
    return wrong;
  }

  private Uni<List<Kept>> each(
      SqlConnection connection,
      Map<String, CarrierForm> forms,
      Map<String, CarrierRow> before,
      Actor by,
      boolean dryRun) {
    return Multi.createFrom()
        .iterable(forms.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            one ->
                keep(
                    connection,
                    one.getKey(),
                    one.getValue(),
                    Optional.ofNullable(before.get(one.getKey())),
                    by,
                    dryRun))
        .collect()
        .asList();
  }

  private Uni<Kept> keep(
      SqlConnection connection,
      String code,
      CarrierForm form,
      Optional<CarrierRow> before,
      Actor by,
      boolean dryRun) {
    if (!keeps(by, form) || before.isPresent() && !keeps(by, before.get().form())) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    int seen = before.map(CarrierRow::version).orElse(0);
    List<ChangedField> changed =
        FieldChanges.between(before.map(CarrierRow::form).orElse(null), form);
    if (dryRun || changed.isEmpty()) {
      return Uni.createFrom().item(new Kept(false, code, seen, changed));
    }
    LocalDate dueOn =
        CarrierHealth.dueOn(
            before.map(CarrierRow::registeredOn).orElse(today()),
            before.map(CarrierRow::postedOn).orElse(null),
            form.postingDays());
    return store
        .write(connection, code, form, dueOn, seen, clock.instant())
        .invoke(
            written -> {
              if (!written) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .chain(
            () ->
                changes.record(
                    connection,
                    new AdministrativeChange(
                        clock.instant(),
                        by,
                        ChangeAction.CARRIER_CHANGED,
                        new AdministrativeChange.Subject(
                            code,
                            form.name(),
                            form.nameEn(),
                            form.departmentCode(),
                            form.regionCode()),
                        today(),
                        StoredJson.write(changed))))
        .replaceWith(new Kept(true, code, seen + 1, changed));
  }

  /**
   * Pairs a device: from now on only who has this key is this carrier.
   *
   * @return the key, which is kept nowhere
   */
  public Uni<String> pair(String code, Actor by) {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return find(code)
        .invoke(
            carrier -> {
              if (!keeps(by, carrier.form())) {
                throw Problem.of(ProblemType.FORBIDDEN);
              }
              if (!carrier.kind().device() || carrier.form().closed()) {
                throw Problem.of(ProblemType.CONFLICT).detail("carrier.no-device");
              }
            })
        .chain(() -> store.pair(code, Sha256.of(key)))
        .replaceWith(key);
  }

  /** Whether this person may note what was posted there. */
  static boolean posts(Actor actor, CarrierRow carrier) {
    return !carrier.kind().device()
        && !carrier.form().closed()
        && (carrier.form().responsible().equals(actor.accountId()) || keeps(actor, carrier.form()));
  }

  /** Notes that a board or wall was changed 上墙更新. */
  public Uni<Void> post(String code, LocalDate day, String what, Actor by, String key) {
    return find(code)
        .invoke(
            carrier -> {
              if (carrier.kind().device() || carrier.form().closed()) {
                throw Problem.of(ProblemType.CONFLICT).detail("carrier.has-device");
              }
              if (!posts(by, carrier)) {
                throw Problem.of(ProblemType.FORBIDDEN).detail("carrier.not-responsible");
              }
              if (what.isBlank()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/what", "field.not-blank");
              }
              if (day.isAfter(today()) || day.isBefore(carrier.registeredOn().minusYears(1))) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/postedOn", "carrier.posting-day");
              }
            })
        .chain(
            carrier ->
                idempotency.once(
                    "noteCarrierPosting " + code,
                    by.accountId(),
                    key,
                    (day + " " + what).getBytes(StandardCharsets.UTF_8),
                    session ->
                        store
                            .post(
                                session,
                                code,
                                new CarrierStore.Posting(
                                    day, what.strip(), by.displayName(), clock.instant()),
                                by.accountId(),
                                CarrierHealth.dueOn(
                                    carrier.registeredOn(), day, carrier.form().postingDays()))
                            .replaceWith(new Reply(204, ""))))
        .replaceWithVoid();
  }

  private static void refuse(List<FieldProblem> wrong) {
    if (!wrong.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
    }
  }
}
