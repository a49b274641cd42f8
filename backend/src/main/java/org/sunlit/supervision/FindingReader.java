package org.sunlit.supervision;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.stream.Stream;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Reach;
import org.sunlit.identity.Role;

/**
 * Which findings somebody may see, the only place that says it: supervisors all, leaders their
 * department's, everybody what they did themselves and what was missed in posts that they hold;
 * nobody what comes of a complaint about them.
 *
 * @param mine whether only what concerns them is asked for
 */
public record FindingReader(Actor actor, boolean mine) {
  /** How many parameters {@link #condition} has. */
  public static final int PARAMETERS = Reach.PARAMETERS + 2;

  /**
   * Restricts a statement on {@code supervision_finding f}.
   *
   * @param first the number of the first of its parameters, see {@link #addTo}
   */
  public static String condition(int first) {
    return "(("
        + Reach.within("f.department_code", "f.region_code", first)
        + (" or f.account = $%d::text or (f.account is null"
                + " and f.post || ':' || f.department_code || ':' || f.region_code like any ($%d::text[])))")
            .formatted(first + Reach.PARAMETERS, first + Reach.PARAMETERS + 1)
        + " and $%d::text <> all (f.hidden_from))".formatted(first + Reach.PARAMETERS);
  }

  /** Adds the parameters of {@link #condition}. */
  public Tuple addTo(Tuple tuple) {
    return reach()
        .addTo(tuple)
        .addString(actor.accountId())
        .addArrayOfString(
            actor.heldPosts().stream()
                .flatMap(FindingReader::like)
                .distinct()
                .toArray(String[]::new));
  }

  /** How far they reach among what isn't about themselves. */
  public Reach reach() {
    boolean leads = actor.is(Role.APPROVER) || actor.is(Role.CHIEF_REPRESENTATIVE);
    return !mine && (leads || actor.is(Role.SUPERVISOR)) ? Reach.of(actor) : Reach.NOTHING;
  }

  private static Stream<String> like(HeldPost held) {
    boolean local = Reach.LOCAL_POSTS.contains(held.code());
    if (local ? held.regionCode() == null : held.departmentCode() == null) {
      return Stream.empty();
    }
    return Stream.of(
        Reach.literal(held.code())
            + ":"
            + (local ? "%" : Reach.literal(held.departmentCode()))
            + ":"
            + Reach.regionsLike(held.regionCode()));
  }
}
