package org.sunlit.disclosure.subscription;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Whoever has a bulletin that people can subscribe to. */
public interface BulletinSource {
  /**
   * An issue.
   *
   * @param path where it is read, behind the address of the site
   */
  record Issue(String title, String titleEn, String path) {}

  /** What came out after a moment, up to another and including it. */
  Uni<List<Issue>> between(Instant after, Instant until);
}
