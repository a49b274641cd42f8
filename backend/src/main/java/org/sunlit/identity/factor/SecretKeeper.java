package org.sunlit.identity.factor;

import io.smallrye.mutiny.Uni;

/** Keeps the one secret that sign-ins need where reading the database doesn't show it. */
public interface SecretKeeper {

  /** 32 random bytes, the same on every node and after every start. */
  Uni<byte[]> secret();
}
