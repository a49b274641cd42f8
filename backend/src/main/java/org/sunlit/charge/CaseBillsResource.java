package org.sunlit.charge;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.sunlit.api.CaseBillsApi;
import org.sunlit.api.model.CaseCharge;
import org.sunlit.api.model.FeeEntry;
import org.sunlit.api.model.FeeStatement;
import org.sunlit.api.model.RefundProposal;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.charge.rules.Refunds.Ground;
import org.sunlit.charge.rules.Stated;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.problem.Problem;

/** What cases are charged, on the clerks' side. */
class CaseBillsResource implements CaseBillsApi {
  private static final int OK = 200;
  private static final int CREATED = 201;

  /** A case as its reader has it: whether they may handle its money, and not why they mayn't. */
  private record Read(ChargedCase one, boolean handles) {}

  private final ChargedCases cases;
  private final Bills bills;
  private final Assessing assessing;
  private final Payments payments;
  private final RefundDesk refunds;
  private final FeeEntries entries;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest request;

  CaseBillsResource(
      ChargedCases cases,
      Bills bills,
      Assessing assessing,
      Payments payments,
      RefundDesk refunds,
      FeeEntries entries,
      CurrentActor currentActor,
      CurrentVertxRequest request) {
    this.cases = cases;
    this.bills = bills;
    this.assessing = assessing;
    this.payments = payments;
    this.refunds = refunds;
    this.entries = entries;
    this.currentActor = currentActor;
    this.request = request;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<CaseCharge> getCaseBill(String caseNumber) {
    RoutingContext http = request.getCurrent();
    Actor actor = currentActor.get();
    Uni<Read> read = cases.readable(caseNumber, actor).map(one -> new Read(one, false));
    Uni<Read> handled =
        actor.may(Permission.CASES_ACT)
            ? cases
                .handled(caseNumber, actor)
                .map(one -> new Read(one, true))
                .onFailure(Problem.class)
                .recoverWithUni(read)
            : read;
    return handled.chain(found -> show(found.one(), found.handles(), http, OK));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CaseCharge> assessCase(String caseNumber, FeeStatement statement, String ifMatch) {
    RoutingContext http = request.getCurrent();
    Actor actor = currentActor.get();
    List<Stated> stated =
        statement.getFees().stream()
            .map(
                one ->
                    new Stated(
                        one.getFeeCode(),
                        one.getQuantities().stream().map(BigDecimal::new).toList(),
                        one.getExemption()))
            .toList();
    return cases
        .handled(caseNumber, actor)
        .call(one -> assessing.assess(one, stated, EntityVersions.seen(ifMatch), actor))
        .chain(one -> show(one, true, http, OK));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CaseCharge> takeCash(String caseNumber, String idempotencyKey, String ifMatch) {
    RoutingContext http = request.getCurrent();
    Actor actor = currentActor.get();
    return cases
        .handled(caseNumber, actor)
        .call(one -> payments.takeCash(one, EntityVersions.seen(ifMatch), actor, idempotencyKey))
        .chain(one -> show(one, true, http, CREATED));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CaseCharge> proposeRefund(
      String caseNumber, RefundProposal proposal, String idempotencyKey) {
    RoutingContext http = request.getCurrent();
    Actor actor = currentActor.get();
    RefundDesk.Wish wish =
        new RefundDesk.Wish(proposal.getPaymentId(), Ground.of(proposal.getGround().toString()));
    return cases
        .handled(caseNumber, actor)
        .call(one -> refunds.propose(one, wish, proposal.getReason(), actor, idempotencyKey))
        .chain(one -> show(one, true, http, CREATED));
  }

  private Uni<CaseCharge> show(ChargedCase one, boolean handles, RoutingContext http, int status) {
    return bills
        .standards(one)
        .chain(
            standards ->
                standards.isEmpty()
                    ? Uni.createFrom().item(List.<FeeEntry>of())
                    : entries.of(standards, Bills.day(one)))
        .chain(
            standards ->
                bills
                    .see(one.subject())
                    .invoke(
                        seen ->
                            http.response()
                                .putHeader(
                                    HttpHeaders.ETAG,
                                    EntityVersions.tag(
                                        seen.map(found -> found.bill().version()).orElse(0)))
                                .setStatusCode(status))
                    .map(seen -> shown(one, standards, seen, handles)));
  }

  private static CaseCharge shown(
      ChargedCase one, List<FeeEntry> standards, Optional<Bills.Seen> seen, boolean handles) {
    boolean paid = seen.filter(found -> found.bill().paid()).isPresent();
    boolean refundable =
        seen.filter(
                found ->
                    !found.refunds().isEmpty()
                        || found.bill().refunds().stream()
                            .anyMatch(refund -> refund.state().equals("asked")))
            .isPresent();
    return new CaseCharge()
        .caseNumber(one.caseNumber())
        .acceptedOn(one.acceptedAt() == null ? null : Bills.day(one))
        .standards(standards)
        .bill(seen.map(found -> BillViews.bill(found, true)).orElse(null))
        .mayAssess(handles && one.chargeable() && !paid && !standards.isEmpty())
        .mayTakeCash(handles && seen.filter(Bills.Seen::payable).isPresent())
        .mayProposeRefund(handles && refundable);
  }
}
