package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.Derivation;
import org.sunlit.casework.rules.CaseDecider;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Begins cases (申请): only on an item in force (A4), each with a number of its own. */
@ApplicationScoped
class Applications {
  private static final String GUEST = "guest";
  private static final String UNKNOWN_REGION = "case_file_region_code_fkey";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PowerList powerList;
  private final CaseBases bases;
  private final RunningNumbers numbers;
  private final TrackingKey trackingKey;
  private final UploadClaims claims;
  private final CaseWriter writer;
  private final Idempotency idempotency;
  private final CalendarService calendars;
  private final PromiseRule promises;
  private final Vault vault;
  private final Placements placements;
  private final TakeOvers takeOvers;
  private final Clock clock;

  Applications(
      PowerList powerList,
      CaseBases bases,
      RunningNumbers numbers,
      TrackingKey trackingKey,
      UploadClaims claims,
      CaseWriter writer,
      Idempotency idempotency,
      CalendarService calendars,
      PromiseRule promises,
      Vault vault,
      Placements placements,
      TakeOvers takeOvers,
      Clock clock) {
    this.placements = placements;
    this.takeOvers = takeOvers;
    this.vault = vault;
    this.powerList = powerList;
    this.bases = bases;
    this.numbers = numbers;
    this.trackingKey = trackingKey;
    this.claims = claims;
    this.writer = writer;
    this.idempotency = idempotency;
    this.calendars = calendars;
    this.promises = promises;
    this.clock = clock;
  }

  Uni<Applied> apply(ApplyCommand command, Filer filer, String idempotencyKey) {
    Actor actor = filer.actor();
    return prepare(command.itemCode(), clock.instant())
        .chain(start -> placements.of(command, actor, start.now()).map(start::at))
        .chain(
            start ->
                takeOvers
                    .ready(command, start.found(), actor)
                    .chain(taken -> once(command, taken, filer, start, idempotencyKey)))
        .map(reply -> StoredJson.read(reply.body(), Applied.class))
        .onFailure(Applications::unknownRegion)
        .transform(unknown -> regionProblem());
  }

  private Uni<Reply> once(
      ApplyCommand command, TakenCopies taken, Filer filer, Start start, String idempotencyKey) {
    Actor actor = filer.actor();
    return idempotency.once(
        "apply",
        actor.accountId() == null ? GUEST : actor.accountId(),
        idempotencyKey,
        StoredJson.bytes(command),
        session ->
            begin(
                    session,
                    command.bringing(taken.orRefuse()),
                    filer,
                    start,
                    null,
                    TrackingCodes.random(RANDOM))
                .map(applied -> new Reply(201, StoredJson.write(applied))));
  }

  /** What a case begins with that is looked up before its transaction. */
  record Start(
      Optional<ItemInForce> found,
      Instant now,
      LocalDate today,
      long running,
      Placement placement) {
    /** The same, in these places. */
    Start at(Placement where) {
      return new Start(found, now, today, running, where);
    }
  }

  Uni<Start> prepare(String itemCode, Instant now) {
    LocalDate today = now.atZone(CityTime.ZONE).toLocalDate();
    return powerList
        .onDate(itemCode, today)
        .chain(found -> numbers.next().map(running -> new Start(found, now, today, running, null)));
  }

  /**
   * Begins a case in the caller's transaction.
   *
   * @param joint number of the joint application it belongs to; null when it stands alone
   * @param code its tracking code, without hyphen
   */
  Uni<Applied> begin(
      Mutiny.Session session,
      ApplyCommand command,
      Filer filer,
      Start start,
      String joint,
      String code) {
    ItemInForce item = ApplicationChecks.open(start.found());
    ApplicationChecks.check(command, item, start.today(), promises.objections(command, item));
    String number = CaseNumbers.of(start.today(), start.running());
    DataKey key = vault.create(number);
    return claims
        .take(session, command.materials(), 1, start.now(), key)
        .map(received -> born(command, filer, start, item, joint, key, code, received))
        .chain(now -> writer.begin(session, now))
        .call(now -> promises.signed(session, now, command.promise()))
        .map(now -> applied(now, code));
  }

  private CaseNow born(
      ApplyCommand command,
      Filer filer,
      Start start,
      ItemInForce item,
      String joint,
      DataKey key,
      String code,
      List<StoredMaterial> received) {
    String number = key.subject();
    CaseBasis basis = bases.of(item);
    CaseEvent submission =
        CaseDecider.submission(
            basis.terms().flow(),
            start.now(),
            filer.handler(),
            command.materials().stream().map(HandedIn::code).distinct().toList());
    StoredCase stored =
        new StoredCase(
            number,
            item.versionId(),
            item.department().code(),
            command.regionCode() == null ? item.regionCode() : command.regionCode(),
            command.applicant().masked(),
            joint,
            Ownership.of(filer.owner()),
            trackingKey.hexHash(number, code),
            command.applicant(),
            command.subject(),
            List.of(submission),
            received,
            List.of(),
            key,
            null,
            null,
            start.placement());
    return CaseNow.of(stored, basis, calendars.current());
  }

  private static Applied applied(CaseNow now, String code) {
    LocalDate acceptanceDue =
        now.standing().accepted()
            ? null
            : now.deadlines().deadline().flatMap(Derivation::dueDate).orElse(null);
    return new Applied(
        now.number(),
        TrackingCodes.shown(code),
        now.basis().item().versionId(),
        now.standing().submittedAt(),
        acceptanceDue);
  }

  static Problem regionProblem() {
    return Problem.of(ProblemType.UNPROCESSABLE).at("/regionCode", "apply.region-unknown");
  }

  static boolean unknownRegion(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains(UNKNOWN_REGION)) {
        return true;
      }
    }
    return false;
  }
}
