package org.sunlit.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.charge.Assessing;
import org.sunlit.charge.Bills;
import org.sunlit.charge.Payments;
import org.sunlit.charge.SandboxPayments;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.charge.rules.Stated;
import org.sunlit.identity.Actor;
import org.sunlit.problem.Problem;

/** Fees of the demonstration city's cases: windows assess them, most people pay at once. */
@ApplicationScoped
class DemoCharges {
  private static final Logger LOG = Logger.getLogger(DemoCharges.class);
  private static final double CHANCE_OF_CASH = 0.25;
  private static final double CHANCE_OF_PAYING_AT_ONCE = 0.7;
  private static final int MOST_OF_A_MEASURE = 40;

  private final ChargedCases cases;
  private final Bills bills;
  private final Assessing assessing;
  private final Payments payments;
  private final SandboxPayments sandbox;
  private final Cast cast = Cast.of(DemoFiles.people(), DemoFiles.regions());

  DemoCharges(
      ChargedCases cases,
      Bills bills,
      Assessing assessing,
      Payments payments,
      SandboxPayments sandbox) {
    this.cases = cases;
    this.bills = bills;
    this.assessing = assessing;
    this.payments = payments;
    this.sandbox = sandbox;
  }

  /** The window assesses a case that has been accepted; who is quick pays. */
  Uni<Void> accepted(String caseNumber, Dice dice) {
    boolean pays = dice.happens(CHANCE_OF_PAYING_AT_ONCE);
    return settle(caseNumber, pays, dice);
  }

  /** A step can't be done before payment: now it is assessed and paid. */
  Uni<Void> reminded(String caseNumber, Dice dice) {
    return settle(caseNumber, true, dice);
  }

  private Uni<Void> settle(String caseNumber, boolean pays, Dice dice) {
    return cases
        .find(caseNumber)
        .map(Optional::orElseThrow)
        .chain(one -> settle(one, pays, dice))
        // Another department has yet to assess, or somebody else has just done it.
        .onFailure(Problem.class)
        .invoke(problem -> LOG.debugf("%s is charged later: %s", caseNumber, problem.getMessage()))
        .onFailure(Problem.class)
        .recoverWithNull();
  }

  private Uni<Void> settle(ChargedCase one, boolean pays, Dice dice) {
    Optional<Actor> window = cast.inPost("window", one.departmentCode(), one.regionCode(), dice);
    return bills
        .standards(one)
        .chain(
            standards ->
                standards.isEmpty() || window.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : assess(one, standards, window.get(), dice)
                        .chain(
                            () ->
                                pays ? pay(one, window.get(), dice) : Uni.createFrom().voidItem()));
  }

  private Uni<Void> assess(
      ChargedCase one, List<StandardVersion> standards, Actor window, Dice dice) {
    // Of fees that don't always apply, one does.
    List<Stated> statement =
        standards.stream()
            .filter(each -> !each.standard().optional() || each.equals(standards.get(0)))
            .map(each -> stated(each, dice))
            .toList();
    return bills
        .seen(one)
        .chain(
            seen ->
                seen.charged()
                    ? Uni.createFrom().voidItem()
                    : assessing.assess(one, statement, seen.version(), window));
  }

  private static Stated stated(StandardVersion version, Dice dice) {
    List<BigDecimal> quantities =
        version.standard().tariff().measures().stream()
            .map(measure -> BigDecimal.valueOf(1 + dice.random().nextInt(MOST_OF_A_MEASURE)))
            .toList();
    return new Stated(version.code(), quantities, null);
  }

  private Uni<Void> pay(ChargedCase one, Actor window, Dice dice) {
    return dice.happens(CHANCE_OF_CASH)
        ? bills.seen(one).chain(seen -> payments.takeCash(one, seen.version(), window, null))
        : sandbox.pay(one.subject());
  }
}
