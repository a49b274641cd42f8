package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.charge.rules.AssessedFee;
import org.sunlit.charge.rules.Assessment;
import org.sunlit.charge.rules.Refunds;
import org.sunlit.charge.rules.Refunds.Charged;
import org.sunlit.charge.rules.Refunds.Paid;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.charge.rules.Stated;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointCases;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Bills: assessed from the standards, one for a case or a whole joint application. */
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
  private final BillStore store;
  private final ChargeJournal journal;
  private final Transactor transactor;
  private final Clock clock;

  Bills(
      ChargedCases cases,
      JointCases joint,
      FeeCatalogue catalogue,
      BillReads reads,
      BillStore store,
      ChargeJournal journal,
      Transactor transactor,
      Clock clock) {
    this.cases = cases;
    this.joint = joint;
    this.catalogue = catalogue;
    this.reads = reads;
    this.store = store;
    this.journal = journal;
    this.transactor = transactor;
    this.clock = clock;
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

  /**
   * Assesses the fees of a case from what is stated.
   *
   * @param version the bill's version last seen; 0 when there is none
   * @return fails with a {@link Problem}: 409 before acceptance or when it is paid, 412 when
   *     somebody was faster, 422 for what is wrong with the statement
   */
  public Uni<Void> assess(ChargedCase one, List<Stated> statement, int version, Actor by) {
    if (!one.chargeable()) {
      throw Problem.of(ProblemType.CONFLICT).detail("charge.not-chargeable");
    }
    return standards(one)
        .map(standards -> assessed(standards, statement))
        .chain(
            fees ->
                reads
                    .ofSubject(one.subject())
                    .chain(
                        bill -> {
                          check(bill, version);
                          return transactor.write(session -> write(session, one, bill, fees, by));
                        }));
  }

  private static List<AssessedFee> assessed(
      List<StandardVersion> standards, List<Stated> statement) {
    if (standards.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("charge.free");
    }
    Assessment assessment = Assessment.of(standards, statement);
    if (!assessment.faults().isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .with(
              assessment.faults().stream()
                  .map(fault -> new FieldProblem(fault.pointer(), fault.key(), fault.arguments()))
                  .toList());
    }
    return assessment.fees();
  }

  private static void check(Optional<BillRecord> bill, int version) {
    if (bill.filter(BillRecord::paid).isPresent()) {
      throw Problem.of(ProblemType.CONFLICT).detail("charge.paid-already");
    }
    if (bill.map(BillRecord::version).orElse(0) != version) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
  }

  private Uni<Void> write(
      Mutiny.Session session,
      ChargedCase one,
      Optional<BillRecord> bill,
      List<AssessedFee> fees,
      Actor by) {
    Instant now = clock.instant();
    Uni<String> number =
        bill.isPresent()
            ? Uni.createFrom().item(bill.get().billNumber())
            : begin(session, one, now);
    int version = bill.map(BillRecord::version).orElse(1);
    return number.chain(
        billNumber ->
            store
                .assess(session, billNumber, version, one, fees, by, now)
                .invoke(Bills::stale)
                .chain(
                    () ->
                        journal.write(
                            session,
                            one.caseNumber(),
                            "assessed",
                            by,
                            now,
                            payload(billNumber, fees)))
                .chain(
                    () ->
                        fees.stream().anyMatch(fee -> fee.reducedFen() > 0)
                            ? journal.write(
                                session,
                                one.caseNumber(),
                                "waived",
                                by,
                                now,
                                waived(billNumber, fees))
                            : Uni.createFrom().voidItem()));
  }

  private Uni<String> begin(Mutiny.Session session, ChargedCase one, Instant now) {
    return store
        .nextNumber(session)
        .map(running -> "B" + CaseNumbers.of(LocalDate.ofInstant(now, CityTime.ZONE), running))
        .call(number -> store.insert(session, number, one, now).invoke(Bills::stale));
  }

  private static void stale(boolean written) {
    if (!written) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
  }

  private static JsonObject payload(String billNumber, List<AssessedFee> fees) {
    JsonArray lines = new JsonArray();
    for (AssessedFee fee : fees) {
      JsonArray quantities = new JsonArray();
      fee.quantities().forEach(quantity -> quantities.add(quantity.toPlainString()));
      lines.add(
          new JsonObject()
              .put("feeCode", fee.feeCode())
              .put("feeVersion", fee.feeVersion())
              .put("quantities", quantities)
              .put("fullFen", fee.fullFen())
              .put("amountFen", fee.amountFen()));
    }
    return new JsonObject().put("billNumber", billNumber).put("fees", lines);
  }

  private static JsonObject waived(String billNumber, List<AssessedFee> fees) {
    JsonArray lines = new JsonArray();
    fees.stream()
        .filter(fee -> fee.reducedFen() > 0)
        .forEach(
            fee ->
                lines.add(
                    new JsonObject()
                        .put("feeCode", fee.feeCode())
                        .put("exemption", fee.exemption().code())
                        .put("reducedFen", fee.reducedFen())));
    return new JsonObject().put("billNumber", billNumber).put("fees", lines);
  }
}
