package org.sunlit.disclosure.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What the scheduler would do of itself. */
@ApplicationScoped
public class SubscriptionRounds {
  private final Digests digests;
  private final Subscriptions subscriptions;

  SubscriptionRounds(Digests digests, Subscriptions subscriptions) {
    this.digests = digests;
    this.subscriptions = subscriptions;
  }

  public Uni<Void> run() {
    return digests.run();
  }

  public Uni<Void> sweep() {
    return subscriptions.sweep();
  }
}
