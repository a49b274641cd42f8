package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Several cases in one transaction, for the room of joint applications (并联审批, ADR 0035): begun
 * together, accepted together, sent one notice. Everything else happens to each of them alone.
 */
@ApplicationScoped
public class CasesTogether {
  /** Where an application has its promise. */
  private static final String PROMISE = "/promise";

  private static final String STATES =
      """
      select case_number, item_name, item_name_en, state, step_name, step_name_en, due_at, ended_at
      from case_file where case_number = any ($1::text[])
      """;

  /**
   * Cases that are to begin, with what is looked up before their transaction.
   *
   * @param commands one for each case
   */
  public record Prepared(List<ApplyCommand> commands, List<Applications.Start> starts) {}

  /**
   * Something that is done to one case when it is done to others.
   *
   * @param seen the case as it was when that was decided; the transaction fails when it has moved
   *     on
   * @param by who does it
   * @param materials what comes with it
   */
  public record Act(JointCase seen, CaseCommand command, Handler by, List<HandedIn> materials) {}

  /**
   * Where a case stands, in a word.
   *
   * @param dueAt null while no clock runs
   * @param endedAt null while it is open
   */
  public record Brief(
      CaseState state,
      Instant dueAt,
      Instant endedAt,
      String itemName,
      String itemNameEn,
      String stepName,
      String stepNameEn) {}

  private final Applications applications;
  private final CaseStore store;
  private final CaseBases bases;
  private final CaseWriter writer;
  private final UploadClaims claims;
  private final Uploads uploads;
  private final TrackingKey trackingKey;
  private final PromiseRule promises;
  private final CalendarService calendars;
  private final Pool pool;
  private final Clock clock;

  CasesTogether(
      Applications applications,
      CaseStore store,
      CaseBases bases,
      CaseWriter writer,
      UploadClaims claims,
      Uploads uploads,
      TrackingKey trackingKey,
      PromiseRule promises,
      CalendarService calendars,
      Pool pool,
      Clock clock) {
    this.applications = applications;
    this.store = store;
    this.bases = bases;
    this.writer = writer;
    this.claims = claims;
    this.uploads = uploads;
    this.trackingKey = trackingKey;
    this.promises = promises;
    this.calendars = calendars;
    this.pool = pool;
    this.clock = clock;
  }

  /** Looks up what the cases need to begin. */
  public Uni<Prepared> prepare(List<ApplyCommand> commands) {
    Instant now = clock.instant();
    Uni<List<Applications.Start>> starts = Uni.createFrom().item(new ArrayList<>());
    for (ApplyCommand command : commands) {
      starts =
          starts.chain(
              found ->
                  applications
                      .prepare(command.itemCode(), now)
                      .invoke(found::add)
                      .replaceWith(found));
    }
    return starts.map(found -> new Prepared(List.copyOf(commands), List.copyOf(found)));
  }

  /**
   * Begins all of them in the caller's transaction.
   *
   * @param joint the joint application's number
   * @param code the tracking code that opens each of them, without hyphen
   * @return fails with a {@link Problem} that names everything wrong with any of them
   */
  public Uni<List<Applied>> begin(
      Mutiny.Session session, Prepared prepared, String joint, String code, Actor actor) {
    check(prepared);
    Uni<List<Applied>> begun = Uni.createFrom().item(new ArrayList<>());
    for (int place = 0; place < prepared.commands().size(); place++) {
      ApplyCommand command = prepared.commands().get(place);
      Applications.Start start = prepared.starts().get(place);
      begun =
          begun.chain(
              all ->
                  applications
                      .begin(session, command, Filer.of(actor), start, joint, code)
                      .onFailure(Problem.class)
                      .transform(problem -> ofPart((Problem) problem, command.itemCode()))
                      .invoke(all::add)
                      .replaceWith(all));
    }
    return begun
        .onFailure(Applications::unknownRegion)
        .transform(unknown -> Applications.regionProblem());
  }

  /** What is wrong with any of the applications is said at once, the same thing once. */
  private void check(Prepared prepared) {
    Set<FieldProblem> errors = new LinkedHashSet<>();
    for (int place = 0; place < prepared.commands().size(); place++) {
      ApplyCommand command = prepared.commands().get(place);
      Applications.Start start = prepared.starts().get(place);
      ItemInForce item = ApplicationChecks.open(start.found());
      try {
        ApplicationChecks.check(command, item, start.today(), promises.objections(command, item));
      } catch (Problem problem) {
        if (problem.type() != ProblemType.UNPROCESSABLE) {
          throw problem;
        }
        errors.addAll(ofPart(problem, command.itemCode()).errors());
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
    }
  }

  /** What is wrong with a promise is said where the one form has it: by its item. */
  private static Problem ofPart(Problem problem, String itemCode) {
    if (problem.errors().stream().noneMatch(error -> error.pointer().startsWith(PROMISE))) {
      return problem;
    }
    return Problem.of(problem.type())
        .with(
            problem.errors().stream()
                .map(
                    error ->
                        error.pointer().startsWith(PROMISE)
                            ? new FieldProblem(
                                "/promises/"
                                    + itemCode
                                    + error.pointer().substring(PROMISE.length()),
                                error.messageKey(),
                                error.args())
                            : error)
                .toList());
  }

  /**
   * Fails when a promise stands in the way of something that is announced: what may be late isn't
   * asked for.
   */
  public Uni<Void> mayBeDone(Mutiny.Session session, List<Act> announced) {
    Uni<Void> checked = Uni.createFrom().voidItem();
    for (Act act : announced) {
      checked = checked.chain(() -> promises.check(session, act.seen().now(), act.command()));
    }
    return checked;
  }

  /** The cases as they stand, in this order, whoever asks. */
  public Uni<List<JointCase>> read(List<String> caseNumbers) {
    Uni<List<JointCase>> read = Uni.createFrom().item(new ArrayList<>());
    for (String number : caseNumbers) {
      read =
          read.chain(
              all ->
                  store
                      .find(number)
                      .map(Optional::orElseThrow)
                      .chain(
                          stored ->
                              bases
                                  .of(stored)
                                  .map(basis -> CaseNow.of(stored, basis, calendars.current())))
                      .invoke(now -> all.add(new JointCase(now)))
                      .replaceWith(all));
    }
    return read;
  }

  /** Where cases stand, in a word each. */
  public Uni<Map<String, Brief>> briefs(List<String> caseNumbers) {
    return pool.preparedQuery(STATES)
        .execute(Tuple.of((Object) caseNumbers.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, Brief> briefs = new HashMap<>();
              for (Row row : rows) {
                briefs.put(
                    row.getString("case_number"),
                    new Brief(
                        CaseState.of(row.getString("state")),
                        instant(row, "due_at"),
                        instant(row, "ended_at"),
                        row.getString("item_name"),
                        row.getString("item_name_en"),
                        row.getString("step_name"),
                        row.getString("step_name_en")));
              }
              return briefs;
            });
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  /** Whether the step a case is in is this actor's to take. */
  public boolean mayAct(JointCase one, Actor actor) {
    try {
      Admission.staff(one.now(), one.now().version(), null, actor);
      return one.state().open();
    } catch (Problem refused) {
      return false;
    }
  }

  /**
   * Judges a command without carrying it out: as whom this actor would act.
   *
   * @throws Problem as {@link CaseService#act} would fail
   */
  public Handler judge(JointCase one, CaseCommand command, Actor actor) {
    Admission admitted = Admission.staff(one.now(), one.now().version(), command, actor);
    admitted.event(one.now(), command, clock.instant());
    return admitted.hand().handler();
  }

  /**
   * Carries out all of it in the caller's transaction; the applicant is told by the caller.
   *
   * @return fails with a {@link Problem}: 412 when one of the cases has moved on, else as {@link
   *     CaseService#act} would
   */
  public Uni<Void> act(Mutiny.Session session, List<Act> acts) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Act act : acts) {
      done = done.chain(() -> act(session, act));
    }
    return done.onFailure(DutyRefusals::known).transform(DutyRefusals::problem);
  }

  private Uni<Void> act(Mutiny.Session session, Act act) {
    CaseNow before = act.seen().now();
    boolean applicant = act.command().action().byApplicant();
    if (applicant && !act.materials().isEmpty()) {
      ApplicationChecks.checkSupplement(act.materials(), before.basis().item());
    }
    Hand by = applicant ? Hand.APPLICANT : Hand.of(act.by());
    CaseEvent event = Admission.onTheWhole(by).event(before, act.command(), clock.instant());
    return claims
        .take(session, act.materials(), event.number(), event.at(), before.stored().key())
        .map(received -> before.stored().after(event, received))
        .map(after -> CaseNow.of(after, before.basis(), calendars.current()))
        .chain(now -> writer.goQuietly(session, now))
        .replaceWithVoid();
  }

  /**
   * One file for several cases: each gets its own, sealed with its own key, so that deleting one
   * leaves the others.
   *
   * @param uses for each upload how often it is used
   * @return for each upload as many as its uses, itself first; only itself when it is gone, which
   *     its claim then says
   */
  public Uni<Map<UUID, List<UUID>>> copies(Map<UUID, Integer> uses) {
    Uni<Map<UUID, List<UUID>>> copied = Uni.createFrom().item(new HashMap<>());
    for (Map.Entry<UUID, Integer> use : uses.entrySet()) {
      copied =
          copied.chain(
              all ->
                  uploads
                      .copies(use.getKey(), use.getValue() - 1)
                      .invoke(
                          more -> {
                            List<UUID> each = new ArrayList<>(List.of(use.getKey()));
                            each.addAll(more);
                            all.put(use.getKey(), each);
                          })
                      .replaceWith(all));
    }
    return copied;
  }

  /** The hash of a joint application's tracking code, as a case's is kept. */
  public byte[] codeHash(String jointNumber, String code) {
    return trackingKey.hash(jointNumber, code);
  }

  /** The same in time that doesn't tell where two differ; null is no hash. */
  public static boolean sameHash(byte[] stored, byte[] asked) {
    return TrackingKey.equal(stored, asked);
  }
}
