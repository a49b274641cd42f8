package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.NoticeReceiptsApi;
import org.sunlit.api.model.NoticeReceipt;

/** Where carriers say what became of messages; their secret says that they are carriers. */
@PermitAll
class ReceiptsResource implements NoticeReceiptsApi {
  private final Receipts receipts;

  ReceiptsResource(Receipts receipts) {
    this.receipts = receipts;
  }

  @Override
  public Uni<Void> takeNoticeReceipt(NoticeReceipt receipt, String xReceiptSecret) {
    return receipts.take(
        xReceiptSecret, receipt.getId(), receipt.getStatus() == NoticeReceipt.StatusEnum.DELIVERED);
  }
}
