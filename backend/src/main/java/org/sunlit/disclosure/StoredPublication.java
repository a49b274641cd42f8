package org.sunlit.disclosure;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.sunlit.disclosure.rules.PublicationDeed;
import org.sunlit.disclosure.rules.PublicationState;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;

/**
 * A publication with its last edition.
 *
 * @param publicEdition the edition everybody sees; null before the first release
 * @param edition the last one
 * @param editionState where that stands
 * @param releaseAt when it is to become public, once approved
 */
record StoredPublication(
    UUID id,
    String number,
    String departmentCode,
    Integer publicEdition,
    boolean withdrawn,
    int version,
    int edition,
    String editionState,
    String draftedBy,
    OffsetDateTime releaseAt,
    Content content) {

  PublicationState state() {
    return withdrawn ? PublicationState.WITHDRAWN : Coded.of(PublicationState.class, editionState);
  }

  boolean isPublic() {
    return publicEdition != null;
  }

  PublicationDeed.Reader reader(Actor actor) {
    return reader(actor, departmentCode, draftedBy);
  }

  /** What somebody is to a publication of a department that somebody has drafted. */
  static PublicationDeed.Reader reader(Actor actor, String departmentCode, String draftedBy) {
    boolean own = departmentCode.equals(actor.departmentCode());
    return new PublicationDeed.Reader(
        own && actor.may(Permission.DISCLOSURES_DRAFT),
        own && actor.may(Permission.DISCLOSURES_RELEASE),
        draftedBy.equals(actor.accountId()));
  }
}
