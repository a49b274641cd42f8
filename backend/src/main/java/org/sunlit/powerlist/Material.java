package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.sunlit.calendar.Limit;

/**
 * One material an applicant hands in (申报材料, A5).
 *
 * @param code unique within the item, used by applications and flow steps
 * @param name the material's Chinese name
 * @param nameEn its English name, or null
 * @param form original, copy, both or electronic
 * @param count how many copies
 * @param source who issues it
 * @param required whether an application is complete without it
 * @param deferrable whether it may be handed in late (可容缺, B13)
 * @param note anything else to know, or null
 * @param lateLimit how long after acceptance it may come, in days, on a signed promise; null when
 *     the department hasn't said
 */
public record Material(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    String nameEn,
    @JsonProperty(required = true) MaterialForm form,
    int count,
    @JsonProperty(required = true) MaterialSource source,
    boolean required,
    boolean deferrable,
    String note,
    Limit lateLimit) {
  /** A material of which the department hasn't said by when it may come late. */
  public Material(
      String code,
      String name,
      String nameEn,
      MaterialForm form,
      int count,
      MaterialSource source,
      boolean required,
      boolean deferrable,
      String note) {
    this(code, name, nameEn, form, count, source, required, deferrable, note, null);
  }

  /** Whether it may come late on a signed promise 容缺材料. */
  public boolean promisable() {
    return deferrable && lateLimit != null;
  }
}
