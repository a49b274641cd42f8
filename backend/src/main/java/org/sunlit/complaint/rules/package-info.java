/** What may happen to a complaint, in what order, by whom and until when. Pure. */
package org.sunlit.complaint.rules;
