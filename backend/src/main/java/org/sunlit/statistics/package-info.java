/**
 * How long steps take, how full posts are, what that lets one expect of a case, and how often such
 * expectations came true. Everything is counted from the journal, event by event, and can be
 * counted from it anew (ADR 0092).
 */
package org.sunlit.statistics;
