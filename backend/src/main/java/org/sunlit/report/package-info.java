/**
 * Sealed reports of misconduct 举报 (I1, I4, I7, M8): what a reporter's browser has sealed to the
 * recipients of the discipline office, kept as bytes that nobody here can open, and the
 * conversation that follows. It keeps no account, no address, no browser and no time nearer than a
 * day, and says nothing to the journal (ADR 108).
 */
package org.sunlit.report;
