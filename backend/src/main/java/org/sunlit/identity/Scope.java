package org.sunlit.identity;

import org.sunlit.platform.Regions;

/**
 * How far somebody reaches among the staff and in the record of changes: an administrator or editor
 * of a department to what is its own, of a county, township or village to what is there, of the
 * city to everything. Supervision sees everything and changes nothing, for which it lacks the
 * permission.
 *
 * @param department the only department reached; null for any
 * @param regionsLike pattern of the regions reached; null for any, and then for people of no region
 *     too
 */
public record Scope(String department, String regionsLike) {
  private static final Scope EVERYBODY = new Scope(null, null);
  private static final int CITY = 4;

  /** How far this actor reaches. */
  public static Scope of(Actor actor) {
    if (actor.is(Role.SUPERVISOR)) {
      return EVERYBODY;
    }
    return new Scope(
        actor.departmentCode(),
        actor.regionCode() == null || wholeCity(actor.regionCode())
            ? null
            : Regions.prefix(actor.regionCode()) + "%");
  }

  /** Whether it reaches everybody. */
  public boolean everybody() {
    return department == null && regionsLike == null;
  }

  /** Whether it reaches somebody who works there. */
  public boolean covers(String departmentCode, String regionCode) {
    return (department == null || department.equals(departmentCode))
        && (regionsLike == null
            || regionCode != null
                && regionCode.startsWith(regionsLike.substring(0, regionsLike.length() - 1)));
  }

  /**
   * The condition that a row is reached; its two parameters are department and pattern.
   *
   * @param alias of a table with {@code department_code} and {@code region_code}; never anybody's
   *     input
   * @param first the number of the first parameter
   */
  public static String within(String alias, int first) {
    return """
        (cast($%2$d as text) is null or %1$s.department_code = $%2$d)
          and (cast($%3$d as text) is null or %1$s.region_code like $%3$d)"""
        .formatted(alias, first, first + 1);
  }

  private static boolean wholeCity(String region) {
    return Regions.prefix(region).length() <= CITY;
  }
}
