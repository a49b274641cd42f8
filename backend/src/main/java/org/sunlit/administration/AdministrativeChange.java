package org.sunlit.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.sunlit.identity.Actor;

/**
 * One change of the administration (变更记录).
 *
 * @param at when it was made
 * @param actor who made it
 * @param action what they did
 * @param subject what was changed
 * @param effectiveFrom from which day
 * @param fields the fields that differ: a JSON array of objects with {@code field}, {@code before}
 *     and {@code after}
 */
public record AdministrativeChange(
    Instant at,
    Actor actor,
    ChangeAction action,
    Subject subject,
    LocalDate effectiveFrom,
    String fields) {
  public AdministrativeChange {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(effectiveFrom, "effectiveFrom");
    Objects.requireNonNull(fields, "fields");
  }

  /**
   * What is changed.
   *
   * @param code its code
   * @param name its Chinese name
   * @param nameEn its English name, or null
   * @param departmentCode whose it is, or null
   * @param regionCode where it applies, or null
   */
  public record Subject(
      String code, String name, String nameEn, String departmentCode, String regionCode) {}
}
