package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Finds accounts by a name that isn't theirs: those of people and organisations have random ids, so
 * that no list of accounts says who they are.
 */
public interface NamedAccounts {

  /** The account that signs in with this name, as it was typed; empty when there is none. */
  Uni<Optional<String>> account(String typed);
}
