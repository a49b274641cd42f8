package org.sunlit.identity;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import org.sunlit.platform.Regions;

/**
 * How far somebody reaches among things that belong to a department and a region: own department
 * within the own region and below; for the posts of a place (乡镇、村) everything of that place; for
 * supervision everything. It is asked in the SQL itself, so that no list, count or search can tell
 * what a single read would refuse.
 *
 * @param everything whether all of it
 * @param departments codes of departments reached in the whole city
 * @param regionsLike patterns of regions of which everything is reached; {@code hall:} before that
 *     of a hall of which what it took in is
 * @param partlyDepartments codes of departments reached in a part of the city
 * @param partlyLike the parts: patterns of {@code department:region}
 */
public record Reach(
    boolean everything,
    Set<String> departments,
    Set<String> regionsLike,
    Set<String> partlyDepartments,
    Set<String> partlyLike) {
  /** Posts that belong to a place and not to a department (D2, D3). */
  public static final Set<String> LOCAL_POSTS = Set.of("township", "agent");

  /**
   * 综合窗口岗 of a hall (政务服务中心): it takes in for other regions, and reaches what its hall took in and
   * nothing else of its region.
   */
  public static final String HALL_POST = "hall";

  /** How a hall stands among the patterns of regions, so that it is like no region. */
  private static final String HALL = "hall:";

  /** Nothing at all. */
  public static final Reach NOTHING = new Reach(false, Set.of(), Set.of(), Set.of(), Set.of());

  private static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of(), Set.of(), Set.of());

  public Reach {
    departments = Set.copyOf(departments);
    regionsLike = Set.copyOf(regionsLike);
    partlyDepartments = Set.copyOf(partlyDepartments);
    partlyLike = Set.copyOf(partlyLike);
  }

  /** How far the actor reaches, by where they work and the posts they hold now. */
  public static Reach of(Actor actor) {
    if (actor.is(Role.SUPERVISOR)) {
      return EVERYTHING;
    }
    Gathering gathered = new Gathering();
    gathered.add(
        actor.is(Role.TOWNSHIP_CLERK) || actor.is(Role.VILLAGE_AGENT),
        actor.departmentCode(),
        actor.regionCode());
    actor.heldPosts().stream()
        .filter(post -> post.code().equals(HALL_POST) && post.regionCode() != null)
        .forEach(post -> gathered.regions.add(HALL + post.regionCode()));
    actor.heldPosts().stream()
        .filter(post -> !post.code().equals(HALL_POST))
        .forEach(
            post ->
                gathered.add(
                    LOCAL_POSTS.contains(post.code()), post.departmentCode(), post.regionCode()));
    return gathered.reach();
  }

  /**
   * The condition that a row is reached.
   *
   * @param department the column of its department; a plain name, never anybody's input
   * @param region the column of its region
   * @param first the number of the first of its {@link #PARAMETERS} parameters, see {@link #addTo}
   */
  public static String within(String department, String region, int first) {
    return "($%3$d::boolean or %1$s = any ($%4$d::text[]) or %2$s like any ($%5$d::text[])"
        .concat(
            " or (%1$s = any ($%6$d::text[]) and %1$s || ':' || %2$s like any ($%7$d::text[])))")
        .formatted(department, region, first, first + 1, first + 2, first + 3, first + 4);
  }

  /** Which of the parameters of {@link #within}, from 0, are the patterns of regions reached. */
  public static final int PLACE_PATTERNS = 2;

  /** How many parameters {@link #within} has. */
  public static final int PARAMETERS = 5;

  /** Adds the parameters of {@link #within}. */
  public Tuple addTo(Tuple tuple) {
    return tuple
        .addBoolean(everything)
        .addArrayOfString(departments.toArray(String[]::new))
        .addArrayOfString(regionsLike.toArray(String[]::new))
        .addArrayOfString(partlyDepartments.toArray(String[]::new))
        .addArrayOfString(partlyLike.toArray(String[]::new));
  }

  /** A pattern of the region and all below it; null is the whole city. */
  public static String regionsLike(String region) {
    return region == null ? "%" : Regions.prefix(region) + "%";
  }

  /** The text as it is, within a pattern. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static final class Gathering {
    private final Set<String> departments = new HashSet<>();
    private final Set<String> regions = new HashSet<>();
    private final Set<String> partly = new HashSet<>();
    private final Set<String> parts = new HashSet<>();

    void add(boolean local, String department, String region) {
      if (local && region != null) {
        regions.add(Reach.regionsLike(region));
      } else if (!local && department != null && region == null) {
        departments.add(department);
      } else if (!local && department != null) {
        partly.add(department);
        parts.add(literal(department) + ":" + Reach.regionsLike(region));
      }
    }

    Reach reach() {
      return new Reach(false, departments, regions, partly, parts);
    }
  }
}
