package org.sunlit.identity.passkey;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * For which addresses passkeys are made. {@code sunlit.identity.passkeys.origins} names them (such
 * as {@code https://sunlit.example.gov.cn}), {@code sunlit.identity.passkeys.domain} the domain
 * they are bound to when it is shorter than the host. With nothing said it is this machine under
 * its name {@code localhost}, whatever the port, and no other: what a request calls itself proves
 * nothing.
 */
@Singleton
public class RelyingParty {
  private static final String LOCALHOST = "localhost";

  private final Set<String> origins;
  private final Optional<String> domain;

  RelyingParty(
      @ConfigProperty(name = "sunlit.identity.passkeys.origins") Optional<List<String>> origins,
      @ConfigProperty(name = "sunlit.identity.passkeys.domain") Optional<String> domain) {
    this.origins =
        origins.orElse(List.of()).stream()
            .map(origin -> origin.strip().replaceFirst("/$", ""))
            .collect(Collectors.toUnmodifiableSet());
    this.domain = domain;
  }

  /**
   * Where a ceremony takes place.
   *
   * @param origin as the browser says it
   * @param id the domain that passkeys are bound to
   */
  public record Place(String origin, String id) {}

  /** The place of a request; empty where passkeys aren't offered. */
  public Optional<Place> at(String scheme, String authority) {
    String origin = scheme + "://" + authority;
    String host = host(origin);
    boolean offered = origins.isEmpty() ? LOCALHOST.equals(host) : origins.contains(origin);
    return offered ? Optional.of(new Place(origin, domain.orElse(host))) : Optional.empty();
  }

  private static String host(String origin) {
    try {
      return URI.create(origin).getHost();
    } catch (IllegalArgumentException nobodysAddress) {
      return null;
    }
  }
}
