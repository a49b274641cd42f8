package org.sunlit.identity.factor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The code of a second step: of the app or, when it has other signs than six digits, a recovery
 * code.
 */
@ApplicationScoped
public class SecondFactors {
  private final AuthenticatorApps apps;
  private final RecoveryCodes recoveryCodes;

  SecondFactors(AuthenticatorApps apps, RecoveryCodes recoveryCodes) {
    this.apps = apps;
    this.recoveryCodes = recoveryCodes;
  }

  /** Whether it was right; it is good no longer then. */
  public Uni<Boolean> use(String account, String typed) {
    String code = typed.replaceAll("\\s", "");
    return code.matches("\\d{6}") ? apps.use(account, code) : recoveryCodes.use(account, code);
  }
}
