package org.sunlit.confirmation;

import java.util.List;

/**
 * Some of several requests.
 *
 * @param total how many there are in all
 * @param next where the rest begins; null when there is no more
 */
record ConfirmationPart(List<ConfirmationRequest> items, long total, ConfirmationCursor next) {
  static final ConfirmationPart NONE = new ConfirmationPart(List.of(), 0, null);

  ConfirmationPart {
    items = List.copyOf(items);
  }
}
