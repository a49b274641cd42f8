package org.sunlit.identity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.sunlit.platform.Deployment;

/**
 * Who must sign in with two factors: by {@code sunlit.identity.second-factor-roles} (roles by their
 * words, or {@code none}), and when nothing is said supervisors and administrators, but nobody in
 * the demonstration.
 */
@Singleton
class SecondFactorPolicy {
  private static final String NONE = "none";

  private final Set<Role> roles;

  SecondFactorPolicy(
      @ConfigProperty(name = "sunlit.identity.second-factor-roles") Optional<List<String>> said,
      Deployment deployment) {
    this.roles =
        said.map(SecondFactorPolicy::named)
            .orElse(
                deployment.demo()
                    ? Set.of()
                    : Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INVESTIGATOR));
  }

  private static Set<Role> named(List<String> words) {
    return words.stream()
        .map(String::strip)
        .filter(word -> !word.equals(NONE))
        .map(
            word ->
                Role.of(word)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "sunlit.identity.second-factor-roles names no role: " + word)))
        .collect(Collectors.toSet());
  }

  boolean requires(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }
}
