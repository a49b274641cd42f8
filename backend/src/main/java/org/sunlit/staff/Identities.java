package org.sunlit.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.AccountIdentities;

/**
 * Takes identity numbers of the staff, which serve for nothing but keeping them from their own
 * cases.
 */
@ApplicationScoped
class Identities {
  private final AccountIdentities identities;
  private final Clock clock;

  Identities(AccountIdentities identities, Clock clock) {
    this.identities = identities;
    this.clock = clock;
  }

  /** The number as it is known; null when nothing was said. */
  GivenIdentity of(String typed) {
    String number = IdentityNumbers.plain(typed);
    if (number == null) {
      return null;
    }
    LocalDate today = clock.instant().atZone(CityTime.ZONE).toLocalDate();
    return IdentityNumbers.isResident(number, today)
        ? new GivenIdentity(true, identities.token(number))
        : new GivenIdentity(false, null);
  }
}
