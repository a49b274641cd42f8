package org.sunlit.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * What one reader may see of a case's applicant in plain now.
 *
 * @param fields empty for most readers, most of the time
 * @param until when it ends; null when nothing is open
 * @param reasonKind why it was opened; null when nothing is open
 * @param waiting what they have asked for besides, still waiting for a second person
 * @param confirmation what the second person decides; null when nothing waits
 */
record Unmasked(
    Set<PersonalField> fields,
    Instant until,
    String reasonKind,
    Set<PersonalField> waiting,
    UUID confirmation) {
  /** Everything masked. */
  static final Unmasked NOTHING =
      new Unmasked(
          EnumSet.noneOf(PersonalField.class),
          null,
          null,
          EnumSet.noneOf(PersonalField.class),
          null);

  boolean shows(PersonalField field) {
    return fields.contains(field);
  }
}
