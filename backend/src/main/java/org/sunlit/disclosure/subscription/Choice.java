package org.sunlit.disclosure.subscription;

import java.util.List;

/**
 * What somebody wants to hear of. A list with nothing in it asks for everything.
 *
 * @param publications new and corrected publications
 * @param bulletin the monthly bulletin of ratings 评议通报
 * @param categories codes of categories 公开目录
 * @param departments codes of departments
 * @param regions codes of regions
 * @param dutyCode one duty 公开任务, or null
 */
record Choice(
    boolean publications,
    boolean bulletin,
    List<String> categories,
    List<String> departments,
    List<String> regions,
    String dutyCode) {
  Choice {
    categories = plain(categories);
    departments = plain(departments);
    regions = plain(regions);
    dutyCode = dutyCode == null || dutyCode.isBlank() ? null : dutyCode.strip();
  }

  private static List<String> plain(List<String> codes) {
    return codes == null ? List.of() : codes.stream().distinct().sorted().toList();
  }
}
