/**
 * Keeping personal data to those it concerns (个人信息保护法): the vault with its keys, blind indexes to
 * find sealed values again, and the trail of who looked at what.
 *
 * <p>Imports no feature. Other rooms seal with the {@link org.sunlit.privacy.DataKey} of their
 * subject and record each look in {@link org.sunlit.privacy.AccessTrail}.
 */
package org.sunlit.privacy;
