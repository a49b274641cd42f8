package org.sunlit.powerlist.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueIndexTest {
  private static final List<SearchEntry> ENTRIES =
      List.of(
          item("MAR-LIC-01", "食品经营许可证核发", "Food business licence", "mar", 22),
          item("MAR-LIC-02", "食品（含保健食品）经营许可变更", "Change of a food business licence", "mar", 22),
          item("CUL-OTH-01", "艺术品经营备案", null, "cul", 19),
          item("MAR-LIC-03", "食品生产许可", "Food production licence", "mar", 22),
          item("MAR-LIC-04", "食品小作坊登记", null, "mar", 22),
          item("PUB-SRV-01", "居民身份证申领", "Identity card", "pub", 6),
          item("PUB-SRV-02", "居民身份证挂失申报", null, "pub", 6),
          item("PUB-SRV-03", "临时居民身份证申领", null, "pub", 6),
          item("PUB-LIC-01", "举行集会游行示威许可", null, "pub", 6),
          item("TRA-LIC-01", "道路旅客运输经营许可", "Road passenger transport licence", "tra", 14),
          item("TRA-LIC-02", "重庆方向客运班线经营许可", null, "tra", 14),
          item("FIN-OTH-01", "会计师事务所执业许可", null, "fin", 9),
          item("CIV-PAY-01", "最低生活保障金给付", "Minimum living allowance", "civ", 7),
          item("511A0138600000-511602000000-000-1-00", "教师资格认定", null, "edu", 2),
          item("HRS-CON-01", "工伤认定", null, "hrs", 10));

  private final CatalogueIndex index = new CatalogueIndex(ENTRIES);

  private static SearchEntry item(
      String code, String name, String nameEn, String department, int place) {
    Map<String, List<String>> departments =
        Map.of(
            "mar", List.of("晴川市市场监督管理局", "市市场监管局", "Market Regulation"),
            "pub", List.of("晴川市公安局", "市公安局", "Public Security"),
            "tra", List.of("晴川市交通运输局", "Transport"),
            "fin", List.of("晴川市财政局"),
            "civ", List.of("晴川市民政局"),
            "edu", List.of("晴川市教育局"),
            "cul", List.of("晴川市文化广电和旅游局"),
            "hrs", List.of("晴川市人力资源和社会保障局", "市人社局"));
    boolean licence = code.contains("LIC");
    return new SearchEntry(
        code,
        name,
        nameEn,
        "MAR-LIC-02".equals(code) ? "食品许可主项" : null,
        licence ? "licence" : "publicService",
        licence ? List.of("行政许可", "Administrative licence") : List.of("公共服务", "Public service"),
        department,
        departments.get(department),
        place,
        "990101000000",
        List.of("99", "9901", "990101"),
        "inForce",
        "promised",
        "both");
  }

  private List<String> find(String text) {
    return find(text, Map.of());
  }

  private List<String> find(String text, Map<SearchFilter, String> filters) {
    return index.search(new SearchQuery(text, filters, 50, null)).entries().stream()
        .map(entry -> ENTRIES.get(entry).code())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // what is typed, what comes first
    "食品经营许可证核发, MAR-LIC-01",
    "食品经营许可, MAR-LIC-01",
    "食品 经营 许可, MAR-LIC-01",
    "spjy, MAR-LIC-01",
    "SPJYXK, MAR-LIC-01",
    "shipinjingying, MAR-LIC-01",
    "shipinjing, MAR-LIC-01",
    "jingying, CUL-OTH-01",
    "mar-lic-02, MAR-LIC-02",
    "ＭＡＲ－ＬＩＣ－０３, MAR-LIC-03",
    "Food production, MAR-LIC-03",
    "food licen, MAR-LIC-03",
    "身份证, PUB-SRV-01",
    "sfz, PUB-SRV-01",
    "jmsfz, PUB-SRV-01",
    "临时身份证, PUB-SRV-03",
    "挂失身份证, PUB-SRV-02",
    "0138600000, 511A0138600000-511602000000-000-1-00",
    "cq, TRA-LIC-02",
    "zq, TRA-LIC-02",
    "chongqing, TRA-LIC-02",
    "kuaiji, FIN-OTH-01",
    "kjs, FIN-OTH-01",
    "人社局, HRS-CON-01",
    "人社局工伤, HRS-CON-01",
    "公安局身份证, PUB-SRV-01",
    "公安 挂失, PUB-SRV-02",
    "许可主项, MAR-LIC-02",
    // one mistake
    "食品经菅许可证, MAR-LIC-01",
    "食品经营许克证核发, MAR-LIC-01",
    "食品精英许可证, MAR-LIC-01",
    "食品经营可许证核发, MAR-LIC-01",
    "食品经经营许可证, MAR-LIC-01",
    "shipinjingyng, MAR-LIC-01",
    "spjyxkzhd, MAR-LIC-01",
    "fod production, MAR-LIC-03",
    "居民身分证申领, PUB-SRV-01",
    "工商认定, HRS-CON-01"
  })
  void findsFirst(String typed, String first) {
    List<String> found = find(typed);
    assertFalse(found.isEmpty(), "nothing found for " + typed);
    assertEquals(first, found.get(0), () -> typed + " found " + found);
  }

  @Test
  void ranksTheExactNameBeforeItsBeginningBeforeItsParts() {
    assertEquals(List.of("PUB-SRV-01", "PUB-SRV-02", "PUB-SRV-03"), find("居民身份证"));
    assertEquals(List.of("MAR-LIC-03", "MAR-LIC-01", "MAR-LIC-02"), find("食品许可"));
  }

  @Test
  void matchesAcrossBracketsAndGaps() {
    assertTrue(find("食品经营许可").containsAll(List.of("MAR-LIC-01", "MAR-LIC-02")));
    assertEquals("MAR-LIC-02", find("食品经营许可变更").get(0));
    assertEquals(List.of("MAR-LIC-01", "MAR-LIC-02", "CUL-OTH-01"), find("spjy"));
  }

  @Test
  void putsTheDepartmentsItemsAfterItemsNamedLikeIt() {
    assertEquals(
        List.of("PUB-SRV-01", "PUB-SRV-02", "PUB-SRV-03", "PUB-LIC-01"), sorted(find("公安局")));
  }

  private static List<String> sorted(List<String> codes) {
    List<String> sorted = new ArrayList<>(codes);
    sorted.sort(
        (a, b) -> b.startsWith("PUB-SRV") ? (a.startsWith("PUB-SRV") ? a.compareTo(b) : 1) : -1);
    return sorted;
  }

  @Test
  void forgivesNothingWhenSomethingMatchesAsTyped() {
    assertEquals(List.of("MAR-LIC-03"), find("MAR-LIC-03"));
    assertEquals(List.of("MAR-LIC-04"), find("小作坊"));
  }

  @ParameterizedTest
  @CsvSource({"天气预报", "qqqqqq", "zzzzzzzzzzzz", "@@@@", "0000000000000"})
  void findsNothingWhereNothingIs(String typed) {
    assertEquals(List.of(), find(typed));
  }

  @Test
  void narrowsByEveryFilter() {
    assertEquals(List.of("PUB-LIC-01"), find("许可", Map.of(SearchFilter.DEPARTMENT, "pub")));
    assertEquals(6, find("", Map.of(SearchFilter.CATEGORY, "licence")).size() - 1);
    assertEquals(15, find("", Map.of(SearchFilter.REGION_PREFIX, "9901")).size());
    assertEquals(0, find("", Map.of(SearchFilter.REGION_PREFIX, "9902")).size());
    assertEquals(15, find("", Map.of(SearchFilter.SERVICE_FOR, "person")).size());
    assertEquals(0, find("", Map.of(SearchFilter.STATUS, "cancelled")).size());
    assertEquals(0, find("", Map.of(SearchFilter.HANDLING, "instant")).size());
  }

  @Test
  void listsInTheCitysOrderWithoutAQuery() {
    List<String> all = find("  ");
    assertEquals("511A0138600000-511602000000-000-1-00", all.get(0));
    assertEquals("PUB-LIC-01", all.get(1));
    assertEquals("MAR-LIC-04", all.get(14));
  }

  @ParameterizedTest
  @CsvSource({"''", "许可", "居民", "x", "证", "食品精英许可证"})
  void pagesWithoutGapOrRepeat(String typed) {
    List<String> whole = find(typed);
    for (int limit = 1; limit <= 5; limit++) {
      List<String> paged = new ArrayList<>();
      SearchPlace after = null;
      do {
        SearchQuery query = new SearchQuery(typed, Map.of(), limit, after);
        SearchPage page = index.search(query);
        assertEquals(whole.size(), page.total());
        page.entries().forEach(entry -> paged.add(ENTRIES.get(entry).code()));
        after =
            page.next() == null
                ? null
                : SearchPlace.decode(page.next().encode(query), query).orElseThrow();
      } while (after != null);
      assertEquals(whole, paged);
    }
  }

  @Test
  void goesOnAfterAnItemThatIsGone() {
    SearchQuery first = new SearchQuery("", Map.of(), 5, null);
    SearchPage page = index.search(first);
    List<SearchEntry> fewer = new ArrayList<>(ENTRIES);
    fewer.remove(page.entries().get(4).intValue());
    CatalogueIndex later = new CatalogueIndex(fewer);
    SearchPage next = later.search(new SearchQuery("", Map.of(), 5, page.next()));
    assertEquals(find("").get(5), fewer.get(next.entries().get(0)).code());
  }

  @Test
  void refusesACursorOfAnotherQueryOrNoneAtAll() {
    SearchQuery query = new SearchQuery("许可", Map.of(), 1, null);
    String cursor = index.search(query).next().encode(query);
    assertTrue(cursor.length() <= 300);
    assertEquals(
        Optional.empty(), SearchPlace.decode(cursor, new SearchQuery("身份证", Map.of(), 1, null)));
    assertEquals(Optional.empty(), SearchPlace.decode("nonsense!", query));
    assertEquals(Optional.empty(), SearchPlace.decode("", query));
  }

  @Test
  void answersOnAnEmptyList() {
    SearchPage page =
        new CatalogueIndex(List.of()).search(new SearchQuery("许可", Map.of(), 10, null));
    assertEquals(0, page.total());
    assertNull(page.next());
  }

  @Test
  void survivesAnythingTyped() {
    for (String typed :
        List.of(
            "\u0000",
            "(",
            "\\",
            "*",
            "?",
            "a b c d e f g h i j",
            "许".repeat(200),
            "😀😀😀",
            "' or 1=1 --")) {
      index.search(new SearchQuery(typed, Map.of(), 10, null));
    }
  }
}
