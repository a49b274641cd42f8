/**
 * Telling people: messages are put into an outbox in the transaction of what they tell, and
 * carriers deliver them afterwards, again and again until it works or there is no more hope (ADR
 * 44).
 *
 * <p>Imports no feature. Other rooms write through {@link org.sunlit.notice.Outbox} and read the
 * view {@code notice_shown}, whose words open with {@link org.sunlit.notice.NoticeSeals}.
 */
package org.sunlit.notice;
