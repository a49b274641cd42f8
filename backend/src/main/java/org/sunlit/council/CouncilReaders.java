package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Role;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Who reads and writes here, as the rules know them. */
@ApplicationScoped
class CouncilReaders {
  private final MemberStore members;

  CouncilReaders(MemberStore members) {
    this.members = members;
  }

  /** Somebody of the staff. */
  static Reader staff(Actor actor) {
    boolean keeps = actor.may(Permission.COUNCIL_KEEP);
    boolean supervises = actor.is(Role.SUPERVISOR);
    boolean answers = actor.may(Permission.COUNCIL_HANDLE) && !keeps && !supervises;
    return new Reader(
        actor.accountId(),
        false,
        keeps && !supervises,
        supervises,
        answers ? actor.departmentCode() : null);
  }

  /** A member; fails with 404 for whoever isn't serving, as if nothing were here. */
  Uni<Member> member(Actor actor) {
    return members
        .serving(actor.accountId())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** The same within the caller's transaction. */
  Uni<Member> member(Mutiny.Session session, Actor actor) {
    return members
        .serving(session, actor.accountId())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  static Reader of(Member member) {
    return new Reader(member.account(), true, false, false, null);
  }
}
