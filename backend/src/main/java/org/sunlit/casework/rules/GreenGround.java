package org.sunlit.casework.rules;

import static java.util.Objects.requireNonNull;

import org.sunlit.calendar.Limit;

/**
 * A ground on which cases go through the green channel (绿色通道, B11), as the city has set it.
 *
 * @param code names it
 * @param name in Chinese
 * @param nameEn in English
 * @param basis the law or document it rests on
 * @param percent how much of the promised limit is left, 1 to 100; null when days are taken off
 * @param fewer how many units of the limit are taken off; null when a part is left
 */
public record GreenGround(
    String code, String name, String nameEn, String basis, Integer percent, Integer fewer) {
  public GreenGround {
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    requireNonNull(nameEn, "nameEn");
    requireNonNull(basis, "basis");
    if ((percent == null) == (fewer == null)) {
      throw new IllegalArgumentException(code + " says either percent or fewer");
    }
    if (percent != null && (percent < 1 || percent > 100) || fewer != null && fewer < 0) {
      throw new IllegalArgumentException(code + " doesn't shorten a limit");
    }
  }

  /**
   * A limit on this ground: rounded down, never longer than it was and so never longer than the law
   * allows, and one unit at least where there was one.
   */
  public Limit shortened(Limit promised) {
    int amount =
        percent == null
            ? promised.amount() - fewer
            : (int) ((long) promised.amount() * percent / 100);
    return new Limit(Math.max(Math.min(1, promised.amount()), amount), promised.unit());
  }

  GreenMark mark() {
    return new GreenMark(code, name, nameEn, basis);
  }
}
