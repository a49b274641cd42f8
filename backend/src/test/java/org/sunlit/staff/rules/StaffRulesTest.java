package org.sunlit.staff.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Actor;
import org.sunlit.identity.PostRef;
import org.sunlit.identity.Role;
import org.sunlit.identity.Scope;
import org.sunlit.identity.Span;

class StaffRulesTest {
  private static final Scope CITY = Scope.of(administrator(null, "990100000000"));
  private static final Scope DEPARTMENT = Scope.of(administrator("mar", "990100000000"));
  private static final Scope COUNTY = Scope.of(administrator(null, "990101000000"));
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  @Test
  void reachesAsFarAsSomebodyAdministers() {
    assertTrue(CITY.everybody());
    assertTrue(CITY.covers(null, null));
    assertTrue(DEPARTMENT.covers("mar", null));
    assertFalse(DEPARTMENT.covers("sci", "990100000000"));
    assertTrue(COUNTY.covers("das", "990101001201"));
    assertFalse(COUNTY.covers("das", "990102001000"));
    assertFalse(COUNTY.covers("das", null));
  }

  @Test
  void leavesRolesOfTheCityToTheCity() {
    Set<Role> clerk = Set.of(Role.WINDOW_CLERK);
    Set<Role> supervisor = Set.of(Role.SUPERVISOR);

    assertEquals(List.of(), RoleRules.refusals(CITY, false, clerk, supervisor));
    assertEquals(
        List.of("staff.role-of-the-city"),
        RoleRules.refusals(DEPARTMENT, false, clerk, supervisor));
    assertEquals(
        List.of("staff.role-of-the-city"),
        RoleRules.refusals(DEPARTMENT, false, supervisor, clerk));
    assertEquals(List.of(), RoleRules.refusals(DEPARTMENT, false, clerk, Set.of(Role.REVIEWER)));
    assertFalse(RoleRules.manageable(DEPARTMENT, Set.of(Role.ADMINISTRATOR)));
  }

  @Test
  void givesEveryRoleOfTheStaffAndNoneOfApplicants() {
    for (Role role : Role.values()) {
      boolean applicants = role == Role.CITIZEN || role == Role.ENTERPRISE;
      assertEquals(
          applicants ? List.of("staff.role-of-applicants") : List.of(),
          RoleRules.refusals(CITY, false, Set.of(), Set.of(role)),
          role.code());
    }
  }

  @Test
  void refusesSupervisionWithARoleThatHandlesCases() {
    assertEquals(
        List.of("staff.supervisor-processes-nothing"),
        RoleRules.refusals(CITY, false, Set.of(), Set.of(Role.SUPERVISOR, Role.APPROVER)));
  }

  @Test
  void refusesAChangeOfOnesOwnRoles() {
    assertEquals(
        List.of("staff.own-roles"),
        RoleRules.refusals(CITY, true, Set.of(Role.ADMINISTRATOR), Set.of()));
    assertEquals(
        List.of(),
        RoleRules.refusals(CITY, true, Set.of(Role.ADMINISTRATOR), Set.of(Role.ADMINISTRATOR)));
  }

  @Test
  void givesAPostToThoseOfItsDepartmentOrPlace() {
    PostRef reviewer = post("reviewer", "mar", "990100000000");
    PostRef agent = post("agent", null, "990101001201");
    Set<Role> any = Set.of();

    assertEquals(Optional.empty(), PostRules.refusal(reviewer, any, "mar", null));
    assertEquals(
        Optional.of("staff.post-of-another-department"),
        PostRules.refusal(reviewer, any, "sci", null));
    assertEquals(Optional.empty(), PostRules.refusal(agent, any, "das", "990101001201"));
    assertEquals(Optional.empty(), PostRules.refusal(agent, any, "das", "990101001000"));
    assertEquals(
        Optional.of("staff.post-of-another-place"),
        PostRules.refusal(agent, any, "das", "990101002000"));
    assertEquals(
        Optional.of("staff.supervisor-holds-no-post"),
        PostRules.refusal(reviewer, Set.of(Role.SUPERVISOR), "mar", null));
  }

  @Test
  void tellsWhetherASpanIsToComeOrOver() {
    Instant later = NOW.plusSeconds(60);

    assertEquals(Stage.UPCOMING, Stage.of(new Span(later, null), NOW));
    assertEquals(Stage.CURRENT, Stage.of(new Span(NOW, later), NOW));
    assertEquals(Stage.OVER, Stage.of(new Span(null, NOW), NOW));
    assertEquals(Stage.OVER, Stage.of(new Span(later, later), NOW), "called off");
  }

  @Test
  void comparesBeforeAndAfterWithoutWhatStaysTheSame() {
    assertEquals(
        List.of(new FieldChange("title", List.of(), List.of("科长"))),
        new Changes()
            .of("name", "张一", "张一")
            .of("title", null, "科长")
            .of("roles", Set.of("a", "b"), Set.of("b", "a"))
            .list());
  }

  @Test
  void knowsTheUsualHeadersAndWords() {
    assertEquals(Optional.of(Column.ACCOUNT), Column.of("账号*"));
    assertEquals(Optional.of(Column.DEPARTMENT), Column.of(" Department "));
    assertEquals(Optional.of(Column.BACKUP), Column.of("Ｂ岗（账号）"));
    assertEquals(Optional.empty(), Column.of("工资"));
    assertEquals(Optional.of(Role.CHIEF_REPRESENTATIVE), Words.role("首席代表"));
    assertEquals(Optional.of(Role.WINDOW_CLERK), Words.role("WINDOWCLERK"));
    assertEquals(Optional.of("agent"), Words.post("村级代办岗"));
    assertEquals(List.of("a", "b", "c"), Words.split("a、 b；c,"));
  }

  private static PostRef post(String code, String department, String region) {
    return new PostRef(UUID.randomUUID(), code, code, null, "city", department, region);
  }

  private static Actor administrator(String department, String region) {
    return new Actor("admin", "某", null, department, region, Set.of(Role.ADMINISTRATOR), Set.of());
  }
}
