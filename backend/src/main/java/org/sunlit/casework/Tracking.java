package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sunlit.casework.ViewReads.StoredNotice;
import org.sunlit.casework.ViewReads.StoredView;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.notice.NoticeSeals;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * Looks a case up by its number and code: one read by key, of bytes that lie ready. A wrong number
 * and a wrong code do the same work and find the same nothing (ADR 0031).
 */
@ApplicationScoped
class Tracking {
  /** Well formed, but never given to a case: running numbers begin at one. */
  static final String NO_NUMBER = "00000000-000000-0";

  private static final byte[] NONE = "[]".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);

  private final ViewReads views;
  private final TrackingKey key;
  private final FlowBytes flows;
  private final Vault vault;

  Tracking(ViewReads views, TrackingKey key, FlowBytes flows, Vault vault) {
    this.vault = vault;
    this.views = views;
    this.key = key;
    this.flows = flows;
  }

  /**
   * The case as its applicant may see it, as JSON.
   *
   * @param typedNumber the case number as typed
   * @param typedCode the tracking code as typed
   * @return empty when they don't go together, whichever of them is wrong
   */
  Uni<Optional<PrebuiltTrackedCase>> find(String typedNumber, String typedCode) {
    String number = CaseNumbers.read(typedNumber).orElse(NO_NUMBER);
    byte[] asked = key.hash(number, TrackingCodes.read(typedCode).orElse(""));
    return views.read(number, asked).chain(stored -> answer(stored, asked));
  }

  private Uni<Optional<PrebuiltTrackedCase>> answer(Optional<StoredView> stored, byte[] asked) {
    byte[] codeHash = stored.map(StoredView::codeHash).orElse(null);
    if (!TrackingKey.equal(codeHash, asked)) {
      return Uni.createFrom().item(Optional.empty());
    }
    StoredView view = stored.get();
    DataKey own = view.key() == null ? null : vault.unwrap(view.key());
    byte[] said = own == null ? NOTHING : CaseSeals.openView(own, view.said().getBytes());
    byte[] told = own == null ? NONE : told(own, view.notices());
    return flows
        .of(view.itemVersionId())
        .map(flow -> Optional.of(PrebuiltTrackedCase.of(view.body(), said, told, flow)));
  }

  private static byte[] told(DataKey own, List<StoredNotice> notices) {
    if (notices.isEmpty()) {
      return NONE;
    }
    StringBuilder json = new StringBuilder("[");
    for (StoredNotice notice : notices) {
      json.append(json.length() == 1 ? "{" : ",{")
          .append(notice.facts())
          .append(',')
          .append(NoticeSeals.shown(own, notice.id(), notice.shown().getBytes()))
          .append('}');
    }
    return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }
}
