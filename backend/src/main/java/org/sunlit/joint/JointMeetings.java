package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointChanges.Once;
import org.sunlit.joint.JointChanges.Plan;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointRules.Phase;
import org.sunlit.joint.rules.JointStanding.Meeting;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Joint meetings (联审会议, B19): the lead convenes, those invited say what they think, the lead keeps
 * the minutes. No clock stands still for one: the law names no such ground (行政许可法第四十五条).
 */
@ApplicationScoped
class JointMeetings {
  /** A call to a meeting. */
  record Call(Instant heldAt, String place, String agenda, List<String> departments) {}

  /**
   * What a department thinks.
   *
   * @param department null for the one the speaker works for
   */
  record Opinion(JointEvent.View view, String words, String department) {}

  private final JointStore store;
  private final JointChanges changes;

  JointMeetings(JointStore store, JointChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  Uni<JointSeen> convene(String number, Call call, Actor actor, String idempotencyKey) {
    return change(
        number,
        new Once("conveneJointMeeting", actor.accountId(), idempotencyKey, call),
        actor,
        seen -> convene(seen, call, actor));
  }

  private static Plan convene(JointSeen seen, Call call, Actor actor) {
    Handler lead = lead(seen, actor);
    if (seen.phase() == Phase.ENDED) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.ended");
    }
    Set<String> joined = new TreeSet<>();
    seen.record().cases().forEach(member -> joined.add(member.departmentCode()));
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (int place = 0; place < call.departments().size(); place++) {
      if (!joined.contains(call.departments().get(place))) {
        wrong = wrong.at("/departments/" + place, "joint.not-joined");
      }
    }
    if (call.heldAt().isBefore(seen.at())) {
      wrong = wrong.at("/heldAt", "joint.meeting-past");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
    return Plan.of(
        event(seen, JointEvent.Kind.MEETING_CONVENED, lead, seen.record().lead().code())
            .convening(
                UUID.randomUUID(),
                call.departments().stream().distinct().toList(),
                call.heldAt(),
                call.place(),
                call.agenda()));
  }

  Uni<JointSeen> giveOpinion(
      String number, UUID meeting, Opinion opinion, Actor actor, String idempotencyKey) {
    record Wanted(UUID meeting, Opinion opinion) {}
    return change(
        number,
        new Once(
            "giveJointOpinion", actor.accountId(), idempotencyKey, new Wanted(meeting, opinion)),
        actor,
        seen -> opinion(seen, meeting, opinion, actor));
  }

  private static Plan opinion(JointSeen seen, UUID id, Opinion opinion, Actor actor) {
    JointMembers members = new JointMembers(actor, seen.record());
    Meeting meeting = meeting(seen, id, members);
    if (meeting.closed()) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.meeting-closed");
    }
    List<String> speaksFor = members.speaksFor(meeting.call().invited());
    String department =
        opinion.department() != null
            ? opinion.department()
            : speaksFor.stream().findFirst().orElse("");
    if (!speaksFor.contains(department)) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("joint.not-invited");
    }
    if (meeting.opinions().containsKey(department)) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.opinion-given");
    }
    boolean silent = opinion.words() == null || opinion.words().isBlank();
    if (opinion.view() != JointEvent.View.AGREES && silent) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words", "joint.words-needed");
    }
    return Plan.of(
        event(
                seen,
                JointEvent.Kind.OPINION_GIVEN,
                members.speaking(department).orElseThrow(),
                department)
            .in(id, opinion.view(), silent ? null : opinion.words().strip()));
  }

  Uni<JointSeen> keepMinutes(
      String number, UUID meeting, String minutes, Actor actor, String idempotencyKey) {
    record Wanted(UUID meeting, String minutes) {}
    return change(
        number,
        new Once(
            "keepJointMinutes", actor.accountId(), idempotencyKey, new Wanted(meeting, minutes)),
        actor,
        seen -> minutes(seen, meeting, minutes, actor));
  }

  private static Plan minutes(JointSeen seen, UUID id, String minutes, Actor actor) {
    Meeting meeting = meeting(seen, id, new JointMembers(actor, seen.record()));
    Handler lead = lead(seen, actor);
    if (meeting.closed()) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.meeting-closed");
    }
    if (minutes.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/minutes", "field.not-blank");
    }
    return Plan.of(
        event(seen, JointEvent.Kind.MINUTES_KEPT, lead, seen.record().lead().code())
            .in(id, null, minutes.strip()));
  }

  /** Who isn't a member is told that there is no such meeting. */
  private static Meeting meeting(JointSeen seen, UUID id, JointMembers members) {
    return seen.standing()
        .meeting(id)
        .filter(meeting -> isMember(meeting, members))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  static boolean isMember(Meeting meeting, JointMembers members) {
    return members.worksFor(meeting.call().department())
        || meeting.call().invited().stream().anyMatch(members::worksFor);
  }

  private static JointEvent event(
      JointSeen seen, JointEvent.Kind kind, Handler by, String department) {
    return JointEvent.of(seen.next(), kind, seen.now(), by, department);
  }

  private static Handler lead(JointSeen seen, Actor actor) {
    return new JointMembers(actor, seen.record())
        .leading()
        .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN).detail("joint.lead-only"));
  }

  private Uni<JointSeen> change(
      String number, Once once, Actor actor, Function<JointSeen, Plan> judge) {
    return changes.change(
        () ->
            store
                .find(number, actor)
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND))),
        once,
        seen -> Uni.createFrom().item(() -> judge.apply(seen)));
  }
}
