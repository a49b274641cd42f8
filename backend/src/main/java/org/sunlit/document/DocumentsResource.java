package org.sunlit.document;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.DocumentsApi;
import org.sunlit.api.model.DocumentToVerify;
import org.sunlit.api.model.VerifiedDocument;
import org.sunlit.document.DocumentStore.Issued;
import org.sunlit.document.rules.ChineseDates;
import org.sunlit.edge.Address;

/** Whether a document is genuine, for everybody; nothing of what it says or of whom. */
@PermitAll
class DocumentsResource implements DocumentsApi {
  private final Verifications verifications;
  private final HttpServerRequest request;

  DocumentsResource(Verifications verifications, HttpServerRequest request) {
    this.verifications = verifications;
    this.request = request;
  }

  @Override
  public Uni<VerifiedDocument> verifyDocument(DocumentToVerify asked) {
    return verifications
        .find(Address.of(request), asked.getNumber(), asked.getCheckCode())
        .map(
            found ->
                found
                    .map(DocumentsResource::genuine)
                    .orElseGet(() -> new VerifiedDocument().genuine(false)));
  }

  private static VerifiedDocument genuine(Issued issued) {
    return new VerifiedDocument()
        .genuine(true)
        .number(issued.number())
        .title(issued.title())
        .titleEn(issued.titleEn())
        .unit(issued.unitName())
        .unitEn(issued.unitNameEn())
        .issuedOn(ChineseDates.day(issued.issuedAt()))
        .withdrawnBy(issued.withdrawnBy())
        .withdrawnOn(issued.withdrawnAt() == null ? null : ChineseDates.day(issued.withdrawnAt()));
  }
}
