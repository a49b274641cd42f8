package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sunlit.casework.ViewReads.StoredView;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.TrackingCodes;

/**
 * Looks a case up by its number and code: one read by key, of bytes that lie ready. A wrong number
 * and a wrong code do the same work and find the same nothing (ADR 0031).
 */
@ApplicationScoped
class Tracking {
  /** Well formed, but never given to a case: running numbers begin at one. */
  static final String NO_NUMBER = "00000000-000000-0";

  private static final byte[] NONE = "[]".getBytes(StandardCharsets.US_ASCII);

  private final ViewReads views;
  private final TrackingKey key;
  private final FlowBytes flows;

  Tracking(ViewReads views, TrackingKey key, FlowBytes flows) {
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
    byte[] told = view.notices() == null ? NONE : view.notices().getBytes(StandardCharsets.UTF_8);
    return flows
        .of(view.itemVersionId())
        .map(flow -> Optional.of(PrebuiltTrackedCase.of(view.body(), told, flow)));
  }
}
