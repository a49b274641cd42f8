package org.sunlit.rights;

/** How near something is to whoever asks for it. */
enum Reach {
  /** At a step of their own post. */
  OWN,
  /** Of their department, and at somebody else's step. */
  SAME_DEPARTMENT,
  /** Of another department, in their township. */
  OTHER_DEPARTMENT,
  /** Of another department, in another township. */
  OTHER_REGION
}
