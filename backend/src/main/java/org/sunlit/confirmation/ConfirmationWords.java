package org.sunlit.confirmation;

import java.util.UUID;
import org.sunlit.privacy.DataKey;

/**
 * What people say of a request, sealed with the key of its subject, such as a case: it goes with
 * everything else that is said of that.
 */
enum ConfirmationWords {
  /** Why it is asked for. */
  REASON("reason"),
  /** What the second person says, or whoever takes it back. */
  NOTE("note");

  private final String name;

  ConfirmationWords(String name) {
    this.name = name;
  }

  byte[] seal(DataKey key, UUID request, String words) {
    return key.sealWords(place(request), words);
  }

  String open(DataKey key, UUID request, byte[] sealed) {
    return key.openWords(place(request), sealed);
  }

  private String place(UUID request) {
    return "confirmation_request/" + request + "/" + name;
  }
}
