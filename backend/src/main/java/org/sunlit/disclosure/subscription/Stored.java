package org.sunlit.disclosure.subscription;

import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.sunlit.privacy.DataKey;
import org.sunlit.problem.Language;

/**
 * A subscription as it is stored.
 *
 * @param sealed {@link Sealed}, in base64
 * @param confirmedAt null until whoever has the address has confirmed it
 * @param expiresAt when it vanishes unless it is confirmed
 */
record Stored(
    UUID id,
    String sealed,
    String language,
    Choice choice,
    OffsetDateTime confirmedAt,
    OffsetDateTime expiresAt,
    OffsetDateTime toldUntil,
    OffsetDateTime atOnceUntil) {
  String subject() {
    return Sealed.subject(id);
  }

  Sealed open(DataKey key) {
    return Sealed.open(key, Base64.getMimeDecoder().decode(sealed));
  }

  Language reads() {
    return language.equals("en") ? Language.EN : Language.ZH_CN;
  }
}
