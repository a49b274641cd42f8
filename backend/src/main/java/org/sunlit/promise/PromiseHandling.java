package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sunlit.api.model.CasePromise;
import org.sunlit.casework.PromisedCase;
import org.sunlit.casework.PromisedCases;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What staff do about a promise made to their unit. */
@ApplicationScoped
public class PromiseHandling {
  /** What is done. */
  public enum Action {
    REVIEW("review"),
    DECIDE_EXTENSION("decide-extension"),
    CHECK("check"),
    REVOKE("revoke");

    private final String code;

    Action(String code) {
      this.code = code;
    }

    static Action of(String code) {
      for (Action action : values()) {
        if (action.code.equals(code)) {
          return action;
        }
      }
      throw new IllegalArgumentException(code);
    }
  }

  /**
   * What somebody wants done.
   *
   * @param piece for a review, the material's code
   * @param approve whether it is right, granted or kept; null for a revocation
   * @param reason told to the applicant; null when nothing is said
   */
  public record Wanted(Action action, String piece, Boolean approve, String reason) {
    public Wanted {
      reason = reason == null || reason.isBlank() ? null : reason.strip();
    }
  }

  private final PromiseStore store;
  private final PromisedCases cases;
  private final PromiseShapes shapes;
  private final Idempotency idempotency;
  private final PromiseActs acts;

  PromiseHandling(
      PromiseStore store,
      PromisedCases cases,
      PromiseShapes shapes,
      Idempotency idempotency,
      PromiseActs acts) {
    this.store = store;
    this.cases = cases;
    this.shapes = shapes;
    this.idempotency = idempotency;
    this.acts = acts;
  }

  /** What was promised with a case the actor may read; empty when nothing was. */
  Uni<Optional<CasePromise>> show(String caseNumber, Actor actor) {
    return cases.readable(caseNumber, actor).chain(of -> shown(of, actor));
  }

  private Uni<Optional<CasePromise>> shown(PromisedCase of, Actor actor) {
    return store
        .find(of.caseNumber())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : shapes
                        .forStaff(found.get(), of, cases.mayHandle(of, actor))
                        .map(Optional::of));
  }

  /** The version of what was promised with a case, for who acts on it next. */
  public Uni<Integer> version(String caseNumber) {
    return store.find(caseNumber).map(found -> found.orElseThrow().version());
  }

  /**
   * Does it.
   *
   * @param version the version last seen
   * @return fails with a {@link Problem}: 404 for a case the actor may not see, 403 for one that
   *     isn't theirs to handle, 409 when it can't be done now, 412 when it has changed, 422 for
   *     what it lacks
   */
  Uni<CasePromise> act(
      String caseNumber, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    return cases
        .readable(caseNumber, actor)
        .chain(of -> act(of, version, wanted, actor, idempotencyKey))
        .chain(() -> cases.readable(caseNumber, actor))
        .chain(of -> shown(of, actor))
        .map(Optional::orElseThrow);
  }

  /** The same for programs of the house. */
  public Uni<Void> act(String caseNumber, int version, Wanted wanted, Actor actor) {
    return cases
        .readable(caseNumber, actor)
        .chain(of -> act(of, version, wanted, actor, null))
        .replaceWithVoid();
  }

  private Uni<Reply> act(
      PromisedCase of, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    return store
        .find(of.caseNumber())
        .map(
            found ->
                found.orElseThrow(() -> Problem.of(ProblemType.CONFLICT).detail("promise.none")))
        .chain(
            record ->
                idempotency.once(
                    "promise " + wanted.action() + " " + of.caseNumber(),
                    actor.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(wanted),
                    session -> {
                      if (record.version() != version) {
                        throw Problem.of(ProblemType.STALE_VERSION);
                      }
                      Handler by = cases.handler(of, actor);
                      return acts.carryOut(session, record, of, wanted, by, actor)
                          .replaceWith(new Reply(200, "{}"));
                    }));
  }
}
