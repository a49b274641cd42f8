package org.sunlit.staff;

import java.util.List;

/**
 * A row as understood.
 *
 * @param posts codes of the posts it gives as A
 * @param backup the account that becomes their B holder; null for none
 */
record ImportedRow(int row, PersonDraft draft, List<String> posts, String backup) {}
