package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.sunlit.charge.rules.Signatures;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What a payer does at the sandbox, and what it then says to Sunlit: signed, as a gateway would.
 */
@ApplicationScoped
public class SandboxPayments {
  private static final Logger LOG = Logger.getLogger(SandboxPayments.class);

  private final SandboxGateway sandbox;
  private final Gateways gateways;
  private final Payments payments;
  private final Settling settling;
  private final Clock clock;

  SandboxPayments(
      SandboxGateway sandbox,
      Gateways gateways,
      Payments payments,
      Settling settling,
      Clock clock) {
    this.sandbox = sandbox;
    this.gateways = gateways;
    this.payments = payments;
    this.settling = settling;
    this.clock = clock;
  }

  /** The order behind an address; fails with 404 when there is none, or no sandbox. */
  Uni<SandboxGateway.Kept> find(String token) {
    boolean present = gateways.present().filter(one -> one == sandbox).isPresent();
    if (!present) {
      return Uni.createFrom().failure(Problem.of(ProblemType.NOT_FOUND));
    }
    return sandbox
        .find(token)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /**
   * Approves or declines.
   *
   * @param silently the notification is lost on the way
   * @return fails with a {@link Problem}: 404 for an unknown order, 409 when it has been decided
   */
  Uni<SandboxGateway.Kept> decide(String token, boolean approve, boolean silently) {
    return find(token)
        .chain(() -> sandbox.decide(token, approve))
        .invoke(
            decided -> {
              if (!decided) {
                throw Problem.of(ProblemType.CONFLICT).detail("charge.sandbox-decided");
              }
            })
        .chain(() -> find(token))
        .call(kept -> silently ? Uni.createFrom().voidItem() : say(kept, approve));
  }

  /**
   * Orders and approves at once, for people who are only told of.
   *
   * @return fails with a {@link Problem} when there is nothing to pay now
   */
  public Uni<Void> pay(String subject) {
    return payments
        .order(subject, "/bill")
        .chain(
            order ->
                decide(order.payAt().substring(order.payAt().lastIndexOf('/') + 1), true, false))
        .replaceWithVoid();
  }

  /** A notification that doesn't arrive is found by asking, as with every gateway. */
  private Uni<Void> say(SandboxGateway.Kept kept, boolean paid) {
    Word word = new Word(kept.orderNumber(), paid, kept.amountFen(), kept.reference(), false);
    String time = Long.toString(clock.instant().getEpochSecond());
    String signature = Signatures.sign(sandbox.secret(), Settling.lines(word, time));
    return settling
        .take(word, time, signature)
        .onFailure()
        .invoke(failure -> LOG.warnf("The sandbox was not heard: %s", failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
