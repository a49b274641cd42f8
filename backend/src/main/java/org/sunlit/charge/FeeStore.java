package org.sunlit.charge;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.sunlit.administration.EditionStore;
import org.sunlit.charge.rules.FeeStandard;

/** Fee standards in the database, edition by edition. */
@Singleton
class FeeStore extends EditionStore<FeeStandard> {
  FeeStore(Pool pool) {
    super(pool, "fee_standard", FeeStandard.class);
  }
}
