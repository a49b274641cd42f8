/** What is counted of a case, and what follows from the counts. Pure. */
package org.sunlit.statistics.rules;
