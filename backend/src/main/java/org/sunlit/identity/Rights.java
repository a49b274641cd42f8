package org.sunlit.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which role has which permissions: the data in {@code identity/rights.json}, read once (ADR 0071).
 * A word in it that means nothing stops the start.
 */
public final class Rights {
  private static final String FILE = "/identity/rights.json";
  private static final Map<Role, Set<Permission>> BY_ROLE = read();

  private Rights() {}

  /** What these roles may do together. */
  public static Set<Permission> of(Set<Role> roles) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    roles.forEach(role -> permissions.addAll(BY_ROLE.get(role)));
    return permissions;
  }

  private static Map<Role, Set<Permission>> read() {
    try (InputStream file = Rights.class.getResourceAsStream(FILE)) {
      return checked(new ObjectMapper().readValue(file, new TypeReference<>() {}));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  static Map<Role, Set<Permission>> checked(Map<String, List<String>> written) {
    Map<Role, Set<Permission>> rights = new EnumMap<>(Role.class);
    written.forEach(
        (role, permissions) -> {
          Set<Permission> held = EnumSet.noneOf(Permission.class);
          permissions.forEach(
              code -> held.add(Permission.of(code).orElseThrow(() -> unknown("permission", code))));
          rights.put(Role.of(role).orElseThrow(() -> unknown("role", role)), held);
        });
    for (Role role : Role.values()) {
      if (!rights.containsKey(role)) {
        throw new IllegalStateException(FILE + " says nothing of the role " + role.code());
      }
    }
    return rights;
  }

  private static IllegalStateException unknown(String what, String code) {
    return new IllegalStateException(FILE + " names a " + what + " that doesn't exist: " + code);
  }
}
