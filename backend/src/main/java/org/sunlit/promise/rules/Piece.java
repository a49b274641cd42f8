package org.sunlit.promise.rules;

import java.util.Objects;
import org.sunlit.calendar.Limit;

/**
 * One thing that is promised.
 *
 * @param code the material's code; {@link #CONDITIONS} for the conditions
 * @param limit for a late material how long the applicant has from acceptance on; for conditions
 *     how long the department has to check them from the decision on
 * @param name the material's name, or the conditions as a whole
 * @param nameEn the same in English; may be null
 */
public record Piece(String code, PieceKind kind, Limit limit, String name, String nameEn) {
  /** The code of the conditions; no material has it, for theirs have no colon. */
  public static final String CONDITIONS = ":conditions";

  public Piece {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(name, "name");
  }

  /** A material that comes late. */
  public static Piece late(String code, Limit limit, String name, String nameEn) {
    return new Piece(code, PieceKind.LATE, limit, name, nameEn);
  }

  /** Conditions that the department checks within this time. */
  public static Piece conditions(Limit checkedWithin) {
    return new Piece(
        CONDITIONS, PieceKind.CONDITIONS, checkedWithin, "承诺的办理条件", "The promised conditions");
  }
}
