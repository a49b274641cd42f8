package org.sunlit.platform;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells who finds a weakness whom to write to (RFC 9116). Served only where the operator has named
 * somebody in {@code sunlit.security.contact}, a {@code mailto:} or {@code https:} address: a
 * contact that nobody reads would be worse than none.
 */
@ApplicationScoped
class SecurityTxt {
  static final String PATH = "/.well-known/security.txt";

  /** RFC 9116 wants less than a year; whoever reads it later should ask again. */
  private static final Period GOOD_FOR = Period.ofDays(90);

  private final Optional<String> contact;
  private final Clock clock;

  SecurityTxt(
      @ConfigProperty(name = "sunlit.security.contact") Optional<String> contact, Clock clock) {
    this.contact = contact;
    this.clock = clock;
  }

  void register(@Observes Router router) {
    contact.ifPresent(address -> router.get(PATH).handler(http -> send(http, address)));
  }

  private void send(RoutingContext http, String address) {
    String until =
        DateTimeFormatter.ISO_INSTANT.format(
            clock.instant().atOffset(ZoneOffset.UTC).plus(GOOD_FOR).withNano(0));
    http.response()
        .putHeader("Content-Type", "text/plain;charset=utf-8")
        .end(
            """
            Contact: %s
            Expires: %s
            Preferred-Languages: zh, en
            """
                .formatted(address, until));
  }
}
