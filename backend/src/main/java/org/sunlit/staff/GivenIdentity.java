package org.sunlit.staff;

/**
 * An identity number that was said of somebody; the number itself goes no further than this.
 *
 * @param valid whether it can be anybody's
 * @param token its keyed hash, in hex; null when it isn't valid
 */
record GivenIdentity(boolean valid, String token) {}
