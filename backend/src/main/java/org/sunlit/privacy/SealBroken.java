package org.sunlit.privacy;

/** Something sealed can't be opened: the key is another, or the bytes are not as they were. */
public final class SealBroken extends RuntimeException {
  SealBroken(Throwable cause) {
    super("A sealed value can't be opened", cause);
  }
}
