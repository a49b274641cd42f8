package org.sunlit.powerlist;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.sunlit.administration.EditionStore;
import org.sunlit.powerlist.flow.SubProcess;

/** The city's library of sub-processes in the database, edition by edition. */
@Singleton
class SubProcessStore extends EditionStore<SubProcess> {
  SubProcessStore(Pool pool) {
    super(pool, "sub_process_version", SubProcess.class);
  }
}
