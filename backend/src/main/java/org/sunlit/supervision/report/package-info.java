/**
 * Reports of supervision (周报、月报、季报, E9, E10, L1–L7) and what everybody may know of it. A report is
 * counted from what was kept by place, so a period that is over gives the same numbers for ever
 * ({@code docs/adr/0111}). The rules are pure and live in {@code report.rules}.
 */
package org.sunlit.supervision.report;
