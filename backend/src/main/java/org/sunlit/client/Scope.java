package org.sunlit.client;

import java.util.Set;
import org.sunlit.edge.Operation;
import org.sunlit.platform.Coded;

/**
 * What a third-party application may ask for. Whatever isn't public is never in any: a key says
 * which program calls, not who somebody is.
 */
enum Scope implements Coded {
  /** Everything that is everybody's to read, with a quota of its own. */
  PUBLIC_READ("publicRead") {
    @Override
    boolean holds(Operation operation) {
      return operation.isPublicRead();
    }
  },
  /** Where a case is, by its number and code. */
  TRACKING("tracking") {
    @Override
    boolean holds(Operation operation) {
      return operation.isPublic() && operation.id().equals("track");
    }
  },
  /**
   * Applying on behalf of people who asked for it: files, applications, corrections, withdrawals.
   */
  APPLYING("applying") {
    @Override
    boolean holds(Operation operation) {
      return operation.isPublic() && APPLYING_OPERATIONS.contains(operation.id());
    }
  };

  private static final Set<String> APPLYING_OPERATIONS =
      Set.of("upload", "apply", "supplement", "withdraw");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  abstract boolean holds(Operation operation);
}
