package org.sunlit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

  @Test
  void supervisorsSeeAndProcessNothing() {
    Set<Permission> rights = Rights.of(Set.of(Role.SUPERVISOR));

    assertTrue(rights.contains(Permission.CASES_READ));
    assertFalse(rights.contains(Permission.CASES_ACT));
    assertFalse(rights.contains(Permission.CONFIRM));
  }

  @Test
  void applicantsHaveTheirOwnCasesAndMayBeMembersOfTheCouncil() {
    Set<Permission> own = Set.of(Permission.OWN_CASES, Permission.COUNCIL_TAKE);

    assertEquals(own, Rights.of(Set.of(Role.CITIZEN)));
    assertEquals(own, Rights.of(Set.of(Role.ENTERPRISE)));
  }

  @Test
  void whoeverKeepsAccountsSeesNoCases() {
    assertFalse(Rights.of(Set.of(Role.ADMINISTRATOR)).contains(Permission.CASES_READ));
  }

  @Test
  void severalRolesMayWhatAnyOfThemMay() {
    Set<Permission> rights = Rights.of(Set.of(Role.WINDOW_CLERK, Role.CATALOGUE_EDITOR));

    assertTrue(rights.containsAll(Set.of(Permission.CASES_ACT, Permission.POWER_LIST_EDIT)));
  }

  @Test
  void nobodyMayNothing() {
    assertEquals(Set.of(), Rights.of(Set.of()));
  }

  @Test
  void refusesAWordThatMeansNothing() {
    assertThrows(
        IllegalStateException.class,
        () -> Rights.checked(Map.of("windowClerk", List.of("cases.burn"))));
    assertThrows(IllegalStateException.class, () -> Rights.checked(Map.of("king", List.of())));
  }

  @Test
  void refusesToForgetARole() {
    assertThrows(
        IllegalStateException.class, () -> Rights.checked(Map.of("windowClerk", List.of())));
  }
}
