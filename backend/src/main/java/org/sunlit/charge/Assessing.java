package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.charge.rules.AssessedFee;
import org.sunlit.charge.rules.Assessment;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.charge.rules.Stated;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Assesses the fees of cases from the standards 核定收费: quantities are stated, amounts follow. */
@ApplicationScoped
public class Assessing {
  private final Bills bills;
  private final BillReads reads;
  private final BillStore store;
  private final ChargeJournal journal;
  private final ChargeNotices notices;
  private final Transactor transactor;
  private final Clock clock;

  Assessing(
      Bills bills,
      BillReads reads,
      BillStore store,
      ChargeJournal journal,
      ChargeNotices notices,
      Transactor transactor,
      Clock clock) {
    this.bills = bills;
    this.reads = reads;
    this.store = store;
    this.journal = journal;
    this.notices = notices;
    this.transactor = transactor;
    this.clock = clock;
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
    return bills
        .standards(one)
        .map(standards -> new Charged(assessed(standards, statement), standards))
        .chain(
            charged ->
                reads
                    .ofSubject(one.subject())
                    .chain(
                        bill -> {
                          check(bill, version);
                          return transactor.write(
                              session -> write(session, one, bill, charged, by));
                        }));
  }

  /** Fees with the standards they were counted by. */
  private record Charged(List<AssessedFee> fees, List<StandardVersion> standards) {
    StandardVersion standard(AssessedFee fee) {
      return standards.stream()
          .filter(version -> version.code().equals(fee.feeCode()))
          .findFirst()
          .orElseThrow();
    }
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
      Charged charged,
      Actor by) {
    Instant now = clock.instant();
    List<AssessedFee> fees = charged.fees();
    Uni<String> number =
        bill.isPresent()
            ? Uni.createFrom().item(bill.get().billNumber())
            : begin(session, one, now);
    int version = bill.map(BillRecord::version).orElse(1);
    return number.chain(
        billNumber ->
            store
                .assess(session, billNumber, version, one, fees, by, now)
                .invoke(Assessing::stale)
                .chain(
                    () ->
                        journal.write(
                            session,
                            one.caseNumber(),
                            "assessed",
                            by,
                            now,
                            payload(billNumber, charged)))
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
                            : Uni.createFrom().voidItem())
                .chain(
                    () ->
                        notices.assessed(
                            session,
                            one,
                            billNumber,
                            version + 1,
                            fees.stream().mapToLong(AssessedFee::amountFen).sum())));
  }

  private Uni<String> begin(Mutiny.Session session, ChargedCase one, Instant now) {
    return store
        .nextNumber(session)
        .map(running -> "B" + CaseNumbers.of(LocalDate.ofInstant(now, CityTime.ZONE), running))
        .call(number -> store.insert(session, number, one, now).invoke(Assessing::stale));
  }

  private static void stale(boolean written) {
    if (!written) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
  }

  /** With the standard itself, so that supervision counts it again from the journal alone. */
  private static JsonObject payload(String billNumber, Charged charged) {
    JsonArray lines = new JsonArray();
    for (AssessedFee fee : charged.fees()) {
      JsonArray quantities = new JsonArray();
      fee.quantities().forEach(quantity -> quantities.add(quantity.toPlainString()));
      StandardVersion standard = charged.standard(fee);
      lines.add(
          new JsonObject()
              .put("feeCode", fee.feeCode())
              .put("feeVersion", fee.feeVersion())
              .put("quantities", quantities)
              .put("fullFen", fee.fullFen())
              .put("amountFen", fee.amountFen())
              .put("exemption", fee.exemption() == null ? null : fee.exemption().code())
              .put("items", new JsonArray(standard.standard().items()))
              .put("status", standard.standard().status().code())
              .put("tariff", new JsonObject(StoredJson.write(standard.standard().tariff()))));
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
