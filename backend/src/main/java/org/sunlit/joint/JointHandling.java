package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.CasesTogether.Act;
import org.sunlit.casework.JointCase;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointChanges.Once;
import org.sunlit.joint.JointChanges.Plan;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointRules;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What departments do before a joint application is accepted: each says what is missing, the lead
 * tells the applicant once, and all are accepted together (B10, B12).
 */
@ApplicationScoped
public class JointHandling {
  /**
   * What a department says of its case.
   *
   * @param missing everything it lacks; empty when it is complete
   * @param riskConfirmed whether they have seen the risk point of the step
   */
  public record Statement(
      String jointNumber, String caseNumber, List<MissingMaterial> missing, boolean riskConfirmed) {
    public Statement {
      missing = List.copyOf(missing);
    }
  }

  private final JointStore store;
  private final JointChanges changes;
  private final CasesTogether cases;

  JointHandling(JointStore store, JointChanges changes, CasesTogether cases) {
    this.store = store;
    this.changes = changes;
    this.cases = cases;
  }

  /**
   * A department says whether its case is complete or what it lacks; when the last says that
   * nothing is missing anywhere, all are accepted at once.
   *
   * @return fails with a {@link Problem}: 404 for who may not see it, 403 for whom the step isn't,
   *     409 when it was stated already or is too late, 422 for what the statement lacks
   */
  public Uni<Void> state(Statement statement, Actor actor, String idempotencyKey) {
    return stated(statement, actor, idempotencyKey).replaceWithVoid();
  }

  Uni<JointSeen> stated(Statement statement, Actor actor, String idempotencyKey) {
    return change(
        statement.jointNumber(),
        new Once("stateJointly", actor.accountId(), idempotencyKey, statement),
        actor,
        seen -> judge(seen, statement, actor));
  }

  private Plan judge(JointSeen seen, Statement statement, Actor actor) {
    JointCase one = seen.one(statement.caseNumber());
    if (one == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/caseNumber", "joint.case-unknown");
    }
    boolean complete = statement.missing().isEmpty();
    CaseCommand follows =
        complete
            ? acceptance(statement.riskConfirmed())
            : correction(statement.missing(), statement.riskConfirmed());
    if (!JointRules.mayState(seen.standing(), seen.children(), statement.caseNumber())
        && cases.mayAct(one, actor)) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.stated-already");
    }
    Handler by = cases.judge(one, follows, actor);
    if (!complete && JointRules.lapsed(seen.children(), seen.at())) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.lapsed");
    }
    JointEvent stated =
        JointEvent.of(
                seen.next(), JointEvent.Kind.STATED, seen.now(), by, one.item().department().code())
            .stating(statement.caseNumber(), statement.missing(), statement.riskConfirmed());
    return allComplete(seen, stated)
        ? starting(seen, List.of(stated), by, Map.of(statement.caseNumber(), stated))
        : Plan.of(stated).announcing(new Act(one, follows, by, List.of()));
  }

  private static boolean allComplete(JointSeen seen, JointEvent last) {
    return JointRules.waiting(seen.children()).stream()
        .map(
            child ->
                child.caseNumber().equals(last.caseNumber())
                    ? last
                    : seen.standing().statements().get(child.caseNumber()))
        .allMatch(stated -> stated != null && stated.missing().isEmpty());
  }

  /** The lead sends the one combined notice (一次性告知); 409 when it can't be sent. */
  public Uni<Void> sendNotice(String jointNumber, Actor actor, String idempotencyKey) {
    return noticeSent(jointNumber, actor, idempotencyKey).replaceWithVoid();
  }

  Uni<JointSeen> noticeSent(String jointNumber, Actor actor, String idempotencyKey) {
    return change(
        jointNumber,
        new Once("sendJointNotice", actor.accountId(), idempotencyKey, jointNumber),
        actor,
        seen -> {
          Handler lead = lead(seen, actor);
          if (!seen.maySendNotice()) {
            throw Problem.of(ProblemType.CONFLICT).detail("joint.no-notice");
          }
          return notice(seen, lead);
        });
  }

  /** Every waiting case goes into correction, also those that lack nothing: all go on together. */
  private Plan notice(JointSeen seen, Handler lead) {
    List<Act> acts = new ArrayList<>();
    long lacks = 0;
    long departments = 0;
    for (JointCase one : waiting(seen)) {
      JointEvent stated = seen.standing().statements().get(one.caseNumber());
      boolean complete = stated == null || stated.missing().isEmpty();
      List<MissingMaterial> missing =
          complete ? List.of(new MissingMaterial(null, JointNotices.WAITS)) : stated.missing();
      lacks += complete ? 0 : missing.size();
      departments += complete ? 0 : 1;
      acts.add(new Act(one, correction(missing, true), by(stated, lead), List.of()));
    }
    JointEvent sent =
        JointEvent.of(
            seen.next(),
            JointEvent.Kind.NOTICE_SENT,
            seen.now(),
            lead,
            seen.record().lead().code());
    return new Plan(
        List.of(sent), acts, Optional.of(JointNotices.missing(seen, lacks, departments)));
  }

  /** The lead has all accepted together (同步启动); 409 when that isn't due. */
  public Uni<Void> start(String jointNumber, Actor actor, String idempotencyKey) {
    return started(jointNumber, actor, idempotencyKey).replaceWithVoid();
  }

  Uni<JointSeen> started(String jointNumber, Actor actor, String idempotencyKey) {
    return change(
        jointNumber,
        new Once("startJointly", actor.accountId(), idempotencyKey, jointNumber),
        actor,
        seen -> {
          Handler lead = lead(seen, actor);
          if (!seen.mayStart()) {
            throw Problem.of(ProblemType.CONFLICT).detail("joint.no-start");
          }
          return starting(seen, List.of(), lead, Map.of());
        });
  }

  private static Plan starting(
      JointSeen seen, List<JointEvent> before, Handler by, Map<String, JointEvent> alsoStated) {
    List<Act> acts = new ArrayList<>();
    for (JointCase one : waiting(seen)) {
      JointEvent stated =
          alsoStated.getOrDefault(
              one.caseNumber(), seen.standing().statements().get(one.caseNumber()));
      acts.add(new Act(one, acceptance(true), by(stated, by), List.of()));
    }
    List<JointEvent> events = new ArrayList<>(before);
    events.add(
        JointEvent.of(
            seen.next() + before.size(),
            JointEvent.Kind.STARTED,
            seen.now(),
            by,
            seen.record().lead().code()));
    return new Plan(events, acts, Optional.of(JointNotices.started(seen)));
  }

  /** Who stated it decides it; for who didn't in time, the lead. */
  private static Handler by(JointEvent stated, Handler lead) {
    return stated == null ? lead : stated.by();
  }

  private static List<JointCase> waiting(JointSeen seen) {
    return seen.cases().stream().filter(one -> one.state() == CaseState.SUBMITTED).toList();
  }

  private static Handler lead(JointSeen seen, Actor actor) {
    return new JointMembers(actor, seen.record())
        .leading()
        .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN).detail("joint.lead-only"));
  }

  private static CaseCommand acceptance(boolean riskConfirmed) {
    CaseCommand accept = CaseCommand.plain(CaseAction.ACCEPT);
    return riskConfirmed ? accept.confirmingRisk() : accept;
  }

  private static CaseCommand correction(List<MissingMaterial> missing, boolean riskConfirmed) {
    return CaseCommand.plain(CaseAction.REQUEST_CORRECTION)
        .asking(missing)
        .confirmingRisk(riskConfirmed);
  }

  private Uni<JointSeen> change(
      String jointNumber, Once once, Actor actor, Function<JointSeen, Plan> judge) {
    return changes.change(
        () -> readable(jointNumber, actor),
        once,
        seen -> Uni.createFrom().item(() -> judge.apply(seen)));
  }

  private Uni<JointRecord> readable(String jointNumber, Actor actor) {
    return store
        .find(jointNumber, actor)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }
}
