package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.CasesTogether.Act;
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.JointCase;
import org.sunlit.casework.OwnReuse;
import org.sunlit.casework.TakenOver;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointApplications.Given;
import org.sunlit.joint.JointChanges.Once;
import org.sunlit.joint.JointChanges.Plan;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What whoever holds number and code of a joint application sees and does: look at it, supplement
 * once for all departments, take the whole or a part back. Codes are kept from being guessed like
 * those of cases (ADR 0061).
 */
@ApplicationScoped
public class JointHolders {
  private static final String GUEST = "guest";

  /** Number and code as typed. */
  public record Ticket(String jointNumber, String trackingCode) {}

  private final JointStore store;
  private final JointChanges changes;
  private final CasesTogether cases;
  private final OwnReuse reuse;
  private final Guesses guesses;

  JointHolders(
      JointStore store,
      JointChanges changes,
      CasesTogether cases,
      OwnReuse reuse,
      Guesses guesses) {
    this.store = store;
    this.changes = changes;
    this.cases = cases;
    this.reuse = reuse;
    this.guesses = guesses;
  }

  /**
   * The number of the joint application that number and code open, for other rooms.
   *
   * @return fails with a {@link Problem}: 404 when they don't go together, 429 after too many wrong
   *     codes
   */
  public Uni<String> held(Ticket ticket, Address from) {
    return guarded(ticket, from, () -> find(ticket).map(JointRecord::number));
  }

  Uni<JointSeen> track(Ticket ticket, Address from) {
    return guarded(ticket, from, () -> find(ticket).chain(changes::see));
  }

  /**
   * What answers the combined notice.
   *
   * @param takenOver what is taken over from the account's earlier cases instead of being handed
   *     in, each by its key
   * @param message a word to the departments; null when there is none
   */
  record Brought(List<Given> given, List<TakenOver> takenOver, String message) {}

  /**
   * Hands in what the combined notice asked for; each file goes to every case that asks for it.
   *
   * @param actor the guest, or the account whose earlier cases something is taken over from
   * @return fails with a {@link Problem}: 404 when number and code don't go together, 409 when
   *     nothing was asked for, 422 for what is wrong with the materials
   */
  Uni<JointSeen> supplement(
      Ticket ticket, Brought brought, Actor actor, Address from, String idempotencyKey) {
    record Wanted(Ticket ticket, Brought brought) {}
    return guarded(
        ticket,
        from,
        () ->
            changes.change(
                () -> find(ticket),
                new Once(
                    "supplementJointly",
                    actor.accountId() == null ? GUEST : actor.accountId(),
                    idempotencyKey,
                    new Wanted(ticket, brought)),
                seen -> supplement(seen, brought, actor)));
  }

  /** The same for programs of the house that hold number and code. */
  public Uni<Void> supplement(Ticket ticket, List<Given> given) {
    return changes
        .change(
            () -> find(ticket),
            new Once("supplementJointly", GUEST, null, ticket),
            seen -> supplement(seen, new Brought(given, List.of(), null), Actor.GUEST))
        .replaceWithVoid();
  }

  private Uni<Plan> supplement(JointSeen seen, Brought brought, Actor actor) {
    List<JointCase> asked =
        seen.cases().stream().filter(one -> one.state() == CaseState.IN_CORRECTION).toList();
    if (asked.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.nothing-asked");
    }
    check(brought.given(), seen.materials());
    JointTheme theme = seen.record().theme();
    List<SharedMaterial> materials = JointIntake.everything(theme, seen.items());
    return reuse
        .ready(
            brought.takenOver(),
            JointIntake.asked(theme, seen.items()),
            Set.copyOf(seen.record().caseNumbers()),
            actor)
        .map(taken -> JointIntake.with(brought.given(), taken.orRefuse()))
        .chain(
            given ->
                cases
                    .copies(JointIntake.uses(given, materials))
                    .map(
                        copies ->
                            supplement(seen, asked, given, materials, copies, brought.message())));
  }

  private static void check(List<Given> given, List<SharedMaterial> materials) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (int place = 0; place < given.size(); place++) {
      String key = given.get(place).key();
      if (materials.stream().noneMatch(one -> one.key().equals(key))) {
        wrong = wrong.at("/materials/" + place + "/key", "apply.material-unknown", key);
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private static Plan supplement(
      JointSeen seen,
      List<JointCase> asked,
      List<Given> given,
      List<SharedMaterial> materials,
      Map<UUID, List<UUID>> copies,
      String message) {
    Map<UUID, Deque<UUID>> files = JointIntake.queues(copies);
    List<Act> acts = new ArrayList<>();
    for (JointCase one : asked) {
      List<HandedIn> handedIn = JointIntake.handedIn(one.item().code(), given, materials, files);
      acts.add(
          new Act(
              one,
              CaseCommand.plain(CaseAction.SUPPLEMENT)
                  .saying(message)
                  .bringing(handedIn.stream().map(HandedIn::code).toList()),
              Handler.APPLICANT,
              handedIn));
    }
    JointEvent event =
        JointEvent.of(
            seen.next(), JointEvent.Kind.SUPPLEMENTED, seen.now(), Handler.APPLICANT, null);
    return new Plan(List.of(event.saying(message)), acts, Optional.empty());
  }

  /**
   * Takes the whole or parts of it back.
   *
   * @param parts case numbers; null for the whole: every case that isn't decided yet
   * @return fails with a {@link Problem}: 404 when number and code don't go together, 409 when it
   *     has been decided
   */
  Uni<JointSeen> withdraw(
      Ticket ticket, List<String> parts, String reason, Address from, String idempotencyKey) {
    record Wanted(Ticket ticket, List<String> parts, String reason) {}
    return guarded(
        ticket,
        from,
        () ->
            changes.change(
                () -> find(ticket),
                new Once(
                    "withdrawJointly", GUEST, idempotencyKey, new Wanted(ticket, parts, reason)),
                seen -> Uni.createFrom().item(() -> withdrawal(seen, parts, reason))));
  }

  private static Plan withdrawal(JointSeen seen, List<String> parts, String reason) {
    List<JointCase> wanted = new ArrayList<>();
    if (parts == null || parts.isEmpty()) {
      seen.cases().stream().filter(JointCase::mayBeWithdrawn).forEach(wanted::add);
    } else {
      for (int place = 0; place < parts.size(); place++) {
        JointCase one = seen.one(parts.get(place));
        if (one == null) {
          throw Problem.of(ProblemType.UNPROCESSABLE)
              .at("/caseNumbers/" + place, "joint.case-unknown");
        }
        if (!one.mayBeWithdrawn()) {
          throw Problem.of(ProblemType.CONFLICT).detail("joint.decided", one.caseNumber());
        }
        wanted.add(one);
      }
    }
    if (wanted.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.nothing-to-withdraw");
    }
    CaseCommand back = CaseCommand.plain(CaseAction.WITHDRAW).saying(reason);
    JointEvent event =
        JointEvent.of(seen.next(), JointEvent.Kind.WITHDRAWN, seen.now(), Handler.APPLICANT, null);
    return new Plan(
        List.of(event.saying(reason)),
        wanted.stream()
            .distinct()
            .map(one -> new Act(one, back, Handler.APPLICANT, List.of()))
            .toList(),
        Optional.empty());
  }

  private Uni<JointRecord> find(Ticket ticket) {
    Optional<String> number = number(ticket.jointNumber());
    byte[] asked =
        cases.codeHash(number.orElse(""), TrackingCodes.read(ticket.trackingCode()).orElse(""));
    return store
        .find(number.orElse(""))
        .map(
            found -> {
              byte[] hash = found.map(JointRecord::codeHash).orElse(null);
              if (!CasesTogether.sameHash(hash, asked)) {
                throw Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found");
              }
              return found.orElseThrow();
            });
  }

  /** The number as it is stored; empty when it can't be that of any joint application. */
  static Optional<String> number(String typed) {
    String plain = typed.strip();
    boolean joint = plain.startsWith("J") || plain.startsWith("j");
    return joint
        ? CaseNumbers.read(plain.substring(1)).map(number -> "J" + number)
        : Optional.empty();
  }

  private <T> Uni<T> guarded(Ticket ticket, Address from, Supplier<Uni<T>> work) {
    Optional<String> number = number(ticket.jointNumber());
    OptionalLong seconds =
        number.map(one -> guesses.mustWait(from, one)).orElseGet(OptionalLong::empty);
    if (seconds.isPresent()) {
      return Uni.createFrom().failure(Guesses.mustWaitProblem(seconds.getAsLong()));
    }
    return work.get()
        .onFailure(JointHolders::isNotFound)
        .invoke(() -> number.ifPresent(one -> guesses.wrong(from, one)));
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND;
  }
}
