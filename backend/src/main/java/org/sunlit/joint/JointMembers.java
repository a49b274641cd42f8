package org.sunlit.joint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Letter;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Reach;
import org.sunlit.identity.Role;
import org.sunlit.platform.Regions;

/** For whom somebody may speak in a joint application, and what of it is theirs to see. */
record JointMembers(Actor actor, JointRecord record) {
  /** The lead takes the application at its window (一口受理), and leads from there. */
  private static final String LEADING_POST = "window";

  /** Whether they may act for the lead. */
  boolean leads() {
    return leading().isPresent();
  }

  /** As whom they act for the lead; empty when they may not. */
  Optional<Handler> leading() {
    return holding(record.lead().code())
        .filter(held -> held.code().equals(LEADING_POST))
        .min(ownFirst())
        .map(held -> handler(held, "联审牵头窗口", "Lead window"));
  }

  /** As whom they speak for a department; empty when they may not. */
  Optional<Handler> speaking(String department) {
    return holding(department)
        .min(ownFirst())
        .map(held -> handler(held, "联审成员", "Member of the joint review"));
  }

  /** Those of these departments for which they may speak. */
  List<String> speaksFor(Collection<String> departments) {
    return departments.stream().filter(one -> speaking(one).isPresent()).toList();
  }

  /** Whether they work for the department, acting in it or not. */
  boolean worksFor(String department) {
    return department.equals(actor.departmentCode())
            && !actor.is(Role.SUPERVISOR)
            && !Reach.of(actor).equals(Reach.NOTHING)
            && (actor.regionCode() == null
                || Regions.within(record.regionCode(), actor.regionCode()))
        || holding(department).findAny().isPresent();
  }

  private Stream<HeldPost> holding(String department) {
    return actor.may(Permission.CASES_ACT) && !actor.is(Role.SUPERVISOR)
        ? actor.heldPosts().stream()
            .filter(held -> department.equals(held.departmentCode()))
            .filter(held -> !Reach.LOCAL_POSTS.contains(held.code()))
            .filter(
                held ->
                    held.regionCode() == null
                        || Regions.within(record.regionCode(), held.regionCode()))
        : Stream.empty();
  }

  private static Comparator<HeldPost> ownFirst() {
    return Comparator.comparing((HeldPost held) -> held.letter() != null)
        .thenComparing(held -> held.onBehalfOf() != null)
        .thenComparing(HeldPost::code);
  }

  private Handler handler(HeldPost held, String name, String nameEn) {
    return new Handler(
        actor.accountId(),
        actor.displayName(),
        actor.displayNameEn(),
        held.code(),
        name,
        nameEn,
        held.onBehalfOf(),
        held.onBehalfOfName(),
        held.onBehalfOfNameEn(),
        Optional.ofNullable(held.letter()).map(Letter::documentNumber).orElse(null),
        null);
  }
}
