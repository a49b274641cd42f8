package org.sunlit.powerlist;

import org.sunlit.powerlist.table.TableRow;

/**
 * A row as understood, before its department is known.
 *
 * @param row the row itself
 * @param code the item's code
 * @param patch what it says of the item
 * @param department the department's name, or null
 * @param departmentCode its code, or null
 * @param region twelve digits, or null
 */
record RowDraft(
    TableRow row,
    String code,
    ContentPatch patch,
    String department,
    String departmentCode,
    String region) {}
