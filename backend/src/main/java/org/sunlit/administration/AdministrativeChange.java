package org.sunlit.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.sunlit.identity.Actor;

/**
 * One change of the administration (变更记录).
 *
 * @param id its key
 * @param at when it was made
 * @param actor the account that made it
 * @param actorName its name as it was then, or null
 * @param kind what kind of thing was changed
 * @param subject the code of what was changed
 * @param subjectName its Chinese name, or null
 * @param subjectNameEn its English name, or null
 * @param before what was changed, as a JSON object; null for what is new
 * @param after what it is from then on, as a JSON object; null for what is gone
 * @param effectiveFrom from which day
 * @param departmentCode whose editors may read it, or null
 * @param regionCode where it applies, or null
 */
public record AdministrativeChange(
    UUID id,
    Instant at,
    String actor,
    String actorName,
    ChangeKind kind,
    String subject,
    String subjectName,
    String subjectNameEn,
    String before,
    String after,
    LocalDate effectiveFrom,
    String departmentCode,
    String regionCode) {
  public AdministrativeChange {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(effectiveFrom, "effectiveFrom");
  }

  /** A change of something with a name, made now by somebody who is signed in. */
  public static AdministrativeChange of(
      Actor actor, Instant at, ChangeKind kind, Subject subject, String before, String after) {
    return new AdministrativeChange(
        UUID.randomUUID(),
        at,
        actor.accountId(),
        actor.displayName(),
        kind,
        subject.code(),
        subject.name(),
        subject.nameEn(),
        before,
        after,
        subject.effectiveFrom(),
        subject.departmentCode(),
        subject.regionCode());
  }

  /**
   * What is changed.
   *
   * @param code its code
   * @param name its Chinese name, or null
   * @param nameEn its English name, or null
   * @param effectiveFrom from which day it is changed
   * @param departmentCode whose it is, or null
   * @param regionCode where it applies, or null
   */
  public record Subject(
      String code,
      String name,
      String nameEn,
      LocalDate effectiveFrom,
      String departmentCode,
      String regionCode) {}
}
