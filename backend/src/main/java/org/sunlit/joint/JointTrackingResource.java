package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.JointTrackingApi;
import org.sunlit.api.model.JointSupplement;
import org.sunlit.api.model.JointTrackingRequest;
import org.sunlit.api.model.JointWithdrawal;
import org.sunlit.api.model.TrackedJoint;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointHolders.Brought;
import org.sunlit.joint.JointHolders.Ticket;

/** The applicant's side of a joint application, for whoever holds its number and code. */
@PermitAll
class JointTrackingResource implements JointTrackingApi {
  private final JointHolders holders;
  private final HttpServerRequest request;

  JointTrackingResource(JointHolders holders, HttpServerRequest request) {
    this.holders = holders;
    this.request = request;
  }

  @Override
  public Uni<TrackedJoint> trackJointly(JointTrackingRequest asked) {
    return holders
        .track(new Ticket(asked.getJointNumber(), asked.getTrackingCode()), Address.of(request))
        .map(JointViews::tracked);
  }

  @Override
  public Uni<TrackedJoint> supplementJointly(JointSupplement supplement, String idempotencyKey) {
    return holders
        .supplement(
            new Ticket(supplement.getJointNumber(), supplement.getTrackingCode()),
            new Brought(
                JointForms.given(supplement.getMaterials()), List.of(), supplement.getMessage()),
            Actor.GUEST,
            Address.of(request),
            idempotencyKey)
        .map(JointViews::tracked);
  }

  @Override
  public Uni<TrackedJoint> withdrawJointly(JointWithdrawal withdrawal, String idempotencyKey) {
    return holders
        .withdraw(
            new Ticket(withdrawal.getJointNumber(), withdrawal.getTrackingCode()),
            withdrawal.getCaseNumbers(),
            withdrawal.getReason(),
            Address.of(request),
            idempotencyKey)
        .map(JointViews::tracked);
  }
}
