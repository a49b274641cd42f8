package org.sunlit.attendance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.platform.CityTime;

/** Somebody signed in or out 签到、签退. */
public record Sign(SignKind kind, Instant at) {

  /** The city's day of it. */
  public LocalDate day() {
    return LocalDate.ofInstant(at, CityTime.ZONE);
  }

  /**
   * What can be signed next on a day: out after in, else in. A day begins anew, so that whoever
   * forgot to sign out can sign in the next morning.
   */
  public static SignKind next(List<Sign> signs, LocalDate today) {
    boolean there =
        signs.stream()
            .filter(sign -> sign.day().equals(today))
            .reduce((first, second) -> second)
            .filter(last -> last.kind() == SignKind.IN)
            .isPresent();
    return there ? SignKind.OUT : SignKind.IN;
  }
}
