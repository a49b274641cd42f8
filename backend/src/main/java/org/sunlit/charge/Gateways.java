package org.sunlit.charge;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.sunlit.platform.Deployment;

/**
 * Which gateway bills are paid through: the configured one, the demonstration's sandbox, or none.
 */
@ApplicationScoped
class Gateways {
  private static final int SHORTEST_SECRET = 32;

  private final Optional<PaymentGateway> gateway;

  Gateways(GatewaySettings settings, SandboxGateway sandbox, Deployment deployment, Clock clock) {
    if (settings.gateway().url().isPresent()) {
      byte[] secret =
          settings.gateway().secret().orElse("").strip().getBytes(StandardCharsets.UTF_8);
      if (secret.length < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "sunlit.charge.gateway.secret needs " + SHORTEST_SECRET + " characters or more");
      }
      gateway = Optional.of(new HttpGateway(settings.gateway(), secret, clock));
    } else {
      gateway =
          settings.sandbox().orElse(deployment.demo()) ? Optional.of(sandbox) : Optional.empty();
    }
  }

  /** Settings that can't work are found at the start. */
  void check(@Observes StartupEvent start) {}

  /** The gateway; empty when bills are paid at the window alone. */
  Optional<PaymentGateway> present() {
    return gateway;
  }
}
