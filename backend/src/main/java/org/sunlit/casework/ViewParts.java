package org.sunlit.casework;

/**
 * What an applicant is shown, in two parts that both lie ready.
 *
 * @param body a JSON object with everything that names nobody
 * @param said the other members, sealed with the case's key; null when they have been deleted
 */
record ViewParts(byte[] body, byte[] said) {}
