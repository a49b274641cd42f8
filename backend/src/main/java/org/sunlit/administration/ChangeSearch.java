package org.sunlit.administration;

import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Scope;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Which changes are looked for. What the reader may not read isn't there: editors of the power list
 * see items, flows and departments, the calendar is for its editors, and people and posts for those
 * who may look them up; whoever works for a department or a region sees those of their own.
 *
 * @param powerList whether items, flows and departments are among them
 * @param calendar whether the calendar is
 * @param staff whether people, posts and letters of authority are
 * @param scope how far the reader reaches
 * @param kind only these, or null
 * @param subject only of this, or null
 * @param department only of this department, or null
 */
public record ChangeSearch(
    boolean powerList,
    boolean calendar,
    boolean staff,
    Scope scope,
    String kind,
    String subject,
    String department) {

  /** Everything that this reader may read. */
  public static ChangeSearch of(Actor reader, String kind, String subject, String department) {
    return new ChangeSearch(
        reader.may(Permission.POWER_LIST_EDIT),
        reader.may(Permission.CALENDAR_EDIT),
        reader.may(Permission.STAFF_READ),
        Scope.of(reader),
        kind,
        subject,
        department);
  }

  /** Of it only people, posts and letters of authority. */
  public ChangeSearch amongTheStaff() {
    return new ChangeSearch(false, false, staff, scope, kind, subject, department);
  }

  /**
   * Which page of them.
   *
   * @param after the last of the page before, or null
   * @param limit how many at most
   */
  public record Place(Long after, int limit) {
    private static final int USUAL = 20;

    /**
     * The page a client asks for.
     *
     * @param limit how many at most, or null
     * @param cursor what the page before said, or null
     */
    public static Place of(Integer limit, String cursor) {
      int most = limit == null ? USUAL : limit;
      if (cursor == null || cursor.isEmpty()) {
        return new Place(null, most);
      }
      try {
        return new Place(Long.valueOf(cursor), most);
      } catch (NumberFormatException unreadable) {
        throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
      }
    }
  }
}
