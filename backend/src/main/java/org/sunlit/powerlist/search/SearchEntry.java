package org.sunlit.powerlist.search;

import java.util.List;

/**
 * What search knows of an item.
 *
 * @param code the item's code
 * @param name its Chinese name
 * @param nameEn its English name, or null
 * @param parentName 主项名称, or null
 * @param category its category's API code
 * @param categoryNames the category's names in all languages
 * @param departmentCode its department's code
 * @param departmentNames the department's names, short and long, in all languages
 * @param departmentPlace the department's place in the city's order
 * @param regionCode twelve digits
 * @param regionPrefixes the prefixes by which the item's region and those above it are meant
 * @param status the status's API code
 * @param handling the handling's API code
 * @param serviceFor the served's API code, or null
 */
public record SearchEntry(
    String code,
    String name,
    String nameEn,
    String parentName,
    String category,
    List<String> categoryNames,
    String departmentCode,
    List<String> departmentNames,
    int departmentPlace,
    String regionCode,
    List<String> regionPrefixes,
    String status,
    String handling,
    String serviceFor) {
  public SearchEntry {
    categoryNames = List.copyOf(categoryNames);
    departmentNames = List.copyOf(departmentNames);
    regionPrefixes = List.copyOf(regionPrefixes);
  }
}
