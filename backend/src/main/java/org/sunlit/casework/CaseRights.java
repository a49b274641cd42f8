package org.sunlit.casework;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Role;
import org.sunlit.platform.Regions;

/**
 * Which cases somebody may see and which steps are theirs. Staff see the cases of their department,
 * townships and village agents those of their own region, supervisors all of them. Acting needs the
 * step's post, in the case's department, or for township and village posts in the case's region; so
 * supervisors, who hold no post, act on nothing.
 */
record CaseRights(Actor actor) {
  /** Posts that belong to a place and not to a department (D2, D3). */
  static final Set<String> LOCAL_POSTS = Set.of("township", "agent");

  /** Restricts a statement to readable cases; takes three parameters, from $2 on. */
  static final String READABLE_FROM_2 =
      " and ($2::boolean or c.department_code = $3 or c.region_code like $4)";

  boolean readsAll() {
    return actor.is(Role.SUPERVISOR);
  }

  /** The department whose cases may be read; null for none. */
  String readsDepartment() {
    return local() ? null : actor.departmentCode();
  }

  /** A pattern of the regions whose cases may be read; null for none. */
  String readsRegionsLike() {
    return local() && actor.regionCode() != null ? Regions.prefix(actor.regionCode()) + "%" : null;
  }

  /** Whether a step of this post is theirs, in a case of this item, department and region. */
  boolean mayAct(String post, String departmentCode, String regionCode, String itemCode) {
    return actingIn(post, departmentCode, regionCode, itemCode).isPresent();
  }

  /**
   * The post in which they would act: one of their own before an absent colleague's (AB岗), and that
   * before what a letter of authority lets them (首席代表).
   */
  Optional<HeldPost> actingIn(
      String post, String departmentCode, String regionCode, String itemCode) {
    return actor.heldPosts().stream()
        .filter(held -> held.code().equals(post) && held.reaches(itemCode))
        .filter(
            held ->
                LOCAL_POSTS.contains(post)
                    ? held.regionCode() != null && Regions.within(regionCode, held.regionCode())
                    : departmentCode.equals(held.departmentCode()))
        .min(
            Comparator.comparing((HeldPost held) -> held.letter() != null)
                .thenComparing(held -> held.onBehalfOf() != null));
  }

  String[] departmentPosts() {
    return actor.heldPosts().stream()
        .filter(held -> !LOCAL_POSTS.contains(held.code()))
        .filter(held -> held.letter() == null || held.letter().items().isEmpty())
        .map(HeldPost::code)
        .distinct()
        .toArray(String[]::new);
  }

  /** What letters of authority add for single items: post and item, with a space between. */
  String[] authorisedSteps() {
    return actor.heldPosts().stream()
        .filter(held -> held.letter() != null)
        .flatMap(held -> held.letter().items().stream().map(item -> held.code() + " " + item))
        .distinct()
        .toArray(String[]::new);
  }

  String[] localPosts() {
    return actor.posts().stream().filter(LOCAL_POSTS::contains).toArray(String[]::new);
  }

  private boolean local() {
    return actor.is(Role.TOWNSHIP_CLERK) || actor.is(Role.VILLAGE_AGENT);
  }
}
