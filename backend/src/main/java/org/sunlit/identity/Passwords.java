package org.sunlit.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** Argon2id (RFC 9106) with 19 MiB, two passes and one lane, always on a worker thread. */
@ApplicationScoped
class Passwords {

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /**
   * Checked when there is no such account, so that the answer takes as long as for one that exists.
   */
  private static final class Decoy {
    static final String HASH =
        hashNow("nobody has this password"); // made on the worker that asks first
  }

  Uni<String> hash(String password) {
    return Uni.createFrom()
        .item(() -> hashNow(password))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** Whether the password is the account's; takes the same time for a hash that is null. */
  Uni<Boolean> matches(String password, String hash) {
    return Uni.createFrom()
        .item(() -> matchesNow(password, hash == null ? Decoy.HASH : hash) && hash != null)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static String hashNow(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  private static boolean matchesNow(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }
}
