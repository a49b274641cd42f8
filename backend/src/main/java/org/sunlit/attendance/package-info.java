/**
 * Who was at the window when it was open 考勤 (E8, E12, C9): people sign in and out, each day is
 * judged from the calendar, the opening hours, approved absences and those signs, and whoever is
 * judged can contest the line 异议. The rules are pure and live in {@code attendance.rules} (ADR
 * 113).
 */
package org.sunlit.attendance;
