package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.charge.rules.Refunds;
import org.sunlit.charge.rules.Refunds.Charged;
import org.sunlit.charge.rules.Refunds.Paid;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.joint.JointCases;
import org.sunlit.platform.CityTime;

/** Bills as they stand: one for a case, or for a whole joint application. */
@ApplicationScoped
public class Bills {
  /**
   * A bill with what follows from the cases as they stand.
   *
   * @param waitingFor numbers of cases that have yet to be assessed, of a joint application
   * @param refunds what may be paid back now
   */
  record Seen(BillRecord bill, List<String> waitingFor, List<Refunds.Possible> refunds) {
    boolean payable() {
      return !bill.paid() && bill.totalFen() > 0 && waitingFor.isEmpty();
    }
  }

  /**
   * What there is of a bill, for programs of the house.
   *
   * @param version 0 when there is none
   * @param charged whether the case has been assessed
   */
  public record Brief(int version, boolean charged) {}

  private final ChargedCases cases;
  private final JointCases joint;
  private final FeeCatalogue catalogue;
  private final BillReads reads;

  Bills(ChargedCases cases, JointCases joint, FeeCatalogue catalogue, BillReads reads) {
    this.cases = cases;
    this.joint = joint;
    this.catalogue = catalogue;
    this.reads = reads;
  }

  /** The standards a case is charged by; none before it is accepted. */
  public Uni<List<StandardVersion>> standards(ChargedCase one) {
    return one.acceptedAt() == null
        ? Uni.createFrom().item(List.of())
        : catalogue.charging(one.itemCode(), day(one));
  }

  static LocalDate day(ChargedCase one) {
    return LocalDate.ofInstant(one.acceptedAt(), CityTime.ZONE);
  }

  /** What there is of the bill of a case, or of the joint application it belongs to. */
  public Uni<Brief> seen(ChargedCase one) {
    return reads
        .ofSubject(one.subject())
        .map(
            found ->
                found
                    .map(bill -> new Brief(bill.version(), bill.chargesCase(one.caseNumber())))
                    .orElseGet(() -> new Brief(0, false)));
  }

  /** The bill about a case or joint application with what follows for it. */
  Uni<Optional<Seen>> see(String subject) {
    return reads
        .ofSubject(subject)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : see(found.get()).map(Optional::of));
  }

  private Uni<Seen> see(BillRecord bill) {
    Uni<List<String>> numbers =
        bill.joint() ? joint.of(bill.subject()) : Uni.createFrom().item(List.of(bill.subject()));
    return numbers
        .chain(cases::all)
        .chain(
            all ->
                waitingFor(bill, all)
                    .chain(
                        waiting ->
                            cancelled(bill, all)
                                .map(
                                    cancelled ->
                                        new Seen(bill, waiting, refunds(bill, all, cancelled)))));
  }

  private Uni<List<String>> waitingFor(BillRecord bill, List<ChargedCase> all) {
    Uni<List<String>> waiting = Uni.createFrom().item(new ArrayList<>());
    if (bill.paid()) {
      return waiting;
    }
    for (ChargedCase one : all) {
      if (one.chargeable() && !bill.chargesCase(one.caseNumber())) {
        waiting =
            waiting.chain(
                found ->
                    standards(one)
                        .invoke(
                            standards -> {
                              if (!standards.isEmpty()) {
                                found.add(one.caseNumber());
                              }
                            })
                        .replaceWith(found));
      }
    }
    return waiting;
  }

  /** Fees that, as is known now, weren't to be charged on the day of acceptance. */
  private Uni<Set<Charged>> cancelled(BillRecord bill, List<ChargedCase> all) {
    Uni<Set<Charged>> cancelled = Uni.createFrom().item(new HashSet<>());
    for (ChargedCase one : all) {
      if (one.acceptedAt() != null) {
        cancelled =
            cancelled.chain(
                found ->
                    standards(one)
                        .invoke(
                            now ->
                                charged(bill).stream()
                                    .filter(fee -> fee.caseNumber().equals(one.caseNumber()))
                                    .filter(
                                        fee ->
                                            now.stream()
                                                .noneMatch(
                                                    each -> each.code().equals(fee.feeCode())))
                                    .forEach(found::add))
                        .replaceWith(found));
      }
    }
    return cancelled;
  }

  private static List<Refunds.Possible> refunds(
      BillRecord bill, List<ChargedCase> all, Set<Charged> cancelled) {
    Set<String> withdrawn = new HashSet<>();
    all.stream()
        .filter(one -> one.state() == org.sunlit.casework.rules.CaseState.WITHDRAWN)
        .filter(one -> !one.workBegan())
        .forEach(one -> withdrawn.add(one.caseNumber()));
    List<Paid> payments =
        bill.payments().stream()
            .map(
                one ->
                    new Paid(one.id(), one.amountFen(), one.counted(), bill.refundedFen(one.id())))
            .toList();
    return Refunds.possible(payments, charged(bill), withdrawn, cancelled);
  }

  private static List<Charged> charged(BillRecord bill) {
    return bill.lines().stream()
        .map(line -> new Charged(line.caseNumber(), line.fee().feeCode(), line.fee().amountFen()))
        .toList();
  }
}
