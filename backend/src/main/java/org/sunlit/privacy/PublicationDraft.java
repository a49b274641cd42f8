package org.sunlit.privacy;

import java.util.UUID;

/**
 * A text that is to be public.
 *
 * @param replaces what is public now and goes when it comes; null where nothing is
 */
public record PublicationDraft(PublicAnswer text, UUID replaces) {
  /** Where nothing is public yet. */
  public static PublicationDraft first(PublicAnswer text) {
    return new PublicationDraft(text, null);
  }
}
