package org.sunlit.administration;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.LocalDate;
import org.sunlit.api.model.EditionPreview;
import org.sunlit.api.model.PublishedVersion;
import org.sunlit.platform.EntityVersions;

/** What everybody is answered who keeps something in dated editions. */
public final class EditionAnswers {
  private static final int CREATED = 201;

  private EditionAnswers() {}

  /** What would change, and from when. */
  public static EditionPreview preview(Editions.Planned<?> planned, LocalDate effectiveFrom) {
    return new EditionPreview()
        .baseVersion(planned.baseVersion())
        .effectiveFrom(effectiveFrom)
        .changes(planned.changes());
  }

  /** A new edition is there; its number is the tag that the next one is made from. */
  public static PublishedVersion published(
      HttpServerResponse response, String code, int version, LocalDate effectiveFrom) {
    response.putHeader(HttpHeaders.ETAG, EntityVersions.tag(version)).setStatusCode(CREATED);
    return new PublishedVersion().code(code).version(version).effectiveFrom(effectiveFrom);
  }
}
