/**
 * What is being done (办件): applications, cases and the materials that come with them, from the
 * submission to the end. The pure rules are in {@link org.sunlit.casework.rules}; {@link
 * org.sunlit.casework.CaseService} is the only way to change a case, and what happened reaches
 * other rooms through the journal.
 */
package org.sunlit.casework;
