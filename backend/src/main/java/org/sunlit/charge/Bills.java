package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.casework.rules.CaseState;
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
    return cases(bill.subject(), bill.joint())
        .chain(all -> standards(all).map(standards -> seen(bill, all, standards)));
  }

  /** The cases that a bill is about: those of a joint application, or the one alone. */
  Uni<List<ChargedCase>> cases(String subject, boolean together) {
    Uni<List<String>> numbers =
        together ? joint.of(subject) : Uni.createFrom().item(List.of(subject));
    return numbers.chain(cases::all);
  }

  /** What accepted cases are charged by, by their numbers: the catalogue is read once for a day. */
  private Uni<Map<String, List<StandardVersion>>> standards(List<ChargedCase> all) {
    Map<LocalDate, List<ChargedCase>> byDay =
        all.stream()
            .filter(one -> one.acceptedAt() != null)
            .collect(Collectors.groupingBy(Bills::day));
    Uni<Map<String, List<StandardVersion>>> standards = Uni.createFrom().item(new HashMap<>());
    for (Map.Entry<LocalDate, List<ChargedCase>> same : byDay.entrySet()) {
      standards =
          standards.chain(
              found ->
                  catalogue
                      .on(same.getKey())
                      .invoke(
                          versions ->
                              same.getValue()
                                  .forEach(
                                      one ->
                                          found.put(
                                              one.caseNumber(),
                                              FeeCatalogue.charging(versions, one.itemCode()))))
                      .replaceWith(found));
    }
    return standards;
  }

  private static Seen seen(
      BillRecord bill, List<ChargedCase> all, Map<String, List<StandardVersion>> standards) {
    return new Seen(
        bill, waitingFor(bill, all, standards), refunds(bill, all, cancelled(bill, standards)));
  }

  private static List<String> waitingFor(
      BillRecord bill, List<ChargedCase> all, Map<String, List<StandardVersion>> standards) {
    return bill.paid()
        ? List.of()
        : all.stream()
            .filter(one -> one.chargeable() && !bill.chargesCase(one.caseNumber()))
            .map(ChargedCase::caseNumber)
            .filter(number -> !standards.get(number).isEmpty())
            .toList();
  }

  /** Fees that, as is known now, weren't to be charged on the day of acceptance. */
  private static Set<Charged> cancelled(
      BillRecord bill, Map<String, List<StandardVersion>> standards) {
    return charged(bill).stream()
        .filter(fee -> standards.containsKey(fee.caseNumber()))
        .filter(
            fee ->
                standards.get(fee.caseNumber()).stream()
                    .noneMatch(one -> one.code().equals(fee.feeCode())))
        .collect(Collectors.toSet());
  }

  private static List<Refunds.Possible> refunds(
      BillRecord bill, List<ChargedCase> all, Set<Charged> cancelled) {
    Set<String> withdrawn =
        all.stream()
            .filter(one -> one.state() == CaseState.WITHDRAWN && !one.workBegan())
            .map(ChargedCase::caseNumber)
            .collect(Collectors.toSet());
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
