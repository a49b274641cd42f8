package org.sunlit.staff;

import java.time.Instant;
import java.util.List;
import org.sunlit.identity.ActivationCodes;
import org.sunlit.staff.rules.FieldChange;

/**
 * What a change did, or would do.
 *
 * @param action what administrators call it, such as {@code personChanged}
 * @param activation the one-time code it gave; null for none
 */
record Done(
    boolean applied,
    String action,
    Subject subject,
    Instant effectiveFrom,
    List<FieldChange> changes,
    List<Note> notes,
    ActivationCodes.Issued activation) {

  Done(
      String action,
      Subject subject,
      Instant effectiveFrom,
      List<FieldChange> changes,
      List<Note> notes) {
    this(true, action, subject, effectiveFrom, changes, notes, null);
  }

  Done giving(ActivationCodes.Issued issued) {
    return new Done(applied, action, subject, effectiveFrom, changes, notes, issued);
  }

  Done tried() {
    return new Done(false, action, subject, effectiveFrom, changes, notes, null);
  }
}
