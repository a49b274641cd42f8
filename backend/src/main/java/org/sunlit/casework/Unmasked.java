package org.sunlit.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;

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

  /** What looking at the case is kept as: whether it showed anything in plain, and why. */
  Look look(String caseNumber, Actor actor, UUID session) {
    return fields.isEmpty()
        ? Look.by(actor, session, LookKind.CASE_OPENED).in(caseNumber)
        : Look.by(actor, session, LookKind.PLAIN_VALUES_SEEN)
            .in(caseNumber)
            .at(fields.stream().map(PersonalField::code).toList(), reasonKind);
  }

  boolean shows(PersonalField field) {
    return fields.contains(field);
  }
}
