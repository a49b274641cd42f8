/** Periods of reports: pure. */
package org.sunlit.supervision.report.rules;
