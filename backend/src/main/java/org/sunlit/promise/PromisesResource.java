package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.PromisesApi;
import org.sunlit.api.model.CasePromise;
import org.sunlit.api.model.HeldPromiseRequest;
import org.sunlit.api.model.PromiseDraft;
import org.sunlit.api.model.PromiseRequest;
import org.sunlit.api.model.PromiseText;
import org.sunlit.api.model.TrackingRequest;
import org.sunlit.casework.HandedIn;
import org.sunlit.edge.Address;
import org.sunlit.promise.PromiseHolders.Wanted;

/** Promises for whoever signs one, or holds the number and code of a case with one. */
@PermitAll
class PromisesResource implements PromisesApi {
  private final PromiseDrafts drafts;
  private final PromiseHolders holders;
  private final HttpServerRequest request;

  PromisesResource(PromiseDrafts drafts, PromiseHolders holders, HttpServerRequest request) {
    this.drafts = drafts;
    this.holders = holders;
    this.request = request;
  }

  @Override
  public Uni<PromiseText> draftPromise(PromiseDraft draft) {
    return drafts
        .draft(
            draft.getItemCode(),
            draft.getLate() == null ? List.of() : draft.getLate(),
            Boolean.TRUE.equals(draft.getConditions()))
        .map(PromiseShapes::text);
  }

  @Override
  public Uni<CasePromise> openPromise(TrackingRequest holder) {
    return holders.open(Address.of(request), holder.getCaseNumber(), holder.getTrackingCode());
  }

  @Override
  public Uni<CasePromise> answerPromise(HeldPromiseRequest asked, String idempotencyKey) {
    TrackingRequest holder = asked.getHolder();
    return holders.ask(
        Address.of(request),
        holder.getCaseNumber(),
        holder.getTrackingCode(),
        wanted(asked.getRequest()),
        idempotencyKey);
  }

  static Wanted wanted(PromiseRequest asked) {
    List<HandedIn> materials =
        asked.getMaterials() == null
            ? List.of()
            : asked.getMaterials().stream()
                .map(one -> new HandedIn(one.getCode(), one.getUploadId()))
                .toList();
    return new Wanted(
        switch (asked.getKind()) {
          case HAND_IN -> PromiseHolders.Kind.HAND_IN;
          case EXTEND -> PromiseHolders.Kind.EXTEND;
          case CONTEST -> PromiseHolders.Kind.CONTEST;
          case REPAIR -> PromiseHolders.Kind.REPAIR;
        },
        materials,
        asked.getDays(),
        asked.getEntryId(),
        asked.getReason());
  }
}
