package org.sunlit.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.platform.StoredJson;

/**
 * What was published last, for feed readers and search engines: Atom (RFC 4287), JSON Feed 1.1, and
 * the site map (sitemaps.org 0.9).
 */
final class FeedDocuments {
  /** Pages for everybody that don't change their address. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/services",
          "/themes",
          "/track",
          "/places",
          "/appointments",
          "/complaints",
          "/council",
          "/disclosures",
          "/disclosures/duties",
          "/videos",
          "/fees",
          "/numbers",
          "/ratings",
          "/supervision",
          "/predictions");

  private final String site;
  private final String city;

  /**
   * @param site scheme and authority, such as {@code https://sunlit.example.gov.cn}
   * @param city its name, for the title
   */
  FeedDocuments(String site, String city) {
    this.site = site;
    this.city = city;
  }

  String atom(List<FeedEntry> entries) {
    StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    feed.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n");
    element(feed, "title", title());
    element(feed, "id", site + "/disclosures");
    element(feed, "updated", updated(entries));
    link(feed, "self", "/feeds/disclosures.atom");
    link(feed, "alternate", "/disclosures");
    for (FeedEntry entry : entries) {
      feed.append("<entry>\n");
      element(feed, "title", entry.title());
      element(feed, "id", site + entry.path());
      link(feed, "alternate", entry.path());
      element(feed, "published", entry.releasedAt().toInstant().toString());
      element(feed, "updated", entry.updatedAt().toInstant().toString());
      feed.append("<author>");
      element(feed, "name", entry.department());
      feed.append("</author>\n");
      entry
          .categories()
          .forEach(
              category -> feed.append("<category term=\"").append(xml(category)).append("\"/>\n"));
      if (entry.summary() != null) {
        element(feed, "summary", entry.summary());
      }
      entry.files().forEach(file -> enclosure(feed, entry, file));
      feed.append("</entry>\n");
    }
    return feed.append("</feed>\n").toString();
  }

  String json(List<FeedEntry> entries) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (FeedEntry entry : entries) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("id", site + entry.path());
      item.put("url", site + entry.path());
      item.put("title", entry.title());
      item.put("content_text", entry.summary() == null ? entry.title() : entry.summary());
      item.put("date_published", entry.releasedAt().toInstant().toString());
      item.put("date_modified", entry.updatedAt().toInstant().toString());
      item.put("authors", List.of(Map.of("name", entry.department())));
      item.put("tags", entry.categories());
      if (!entry.files().isEmpty()) {
        item.put(
            "attachments", entry.files().stream().map(file -> attachment(entry, file)).toList());
      }
      items.add(item);
    }
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", title());
    feed.put("home_page_url", site + "/disclosures");
    feed.put("feed_url", site + "/feeds/disclosures.json");
    feed.put("language", "zh-CN");
    feed.put("items", items);
    return StoredJson.write(feed);
  }

  /**
   * @param categories their codes
   */
  String siteMap(List<String> categories, List<FeedEntry> entries) {
    StringBuilder map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    map.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    PAGES.forEach(page -> place(map, page, null));
    categories.forEach(code -> place(map, "/disclosures/categories/" + code, null));
    entries.forEach(entry -> place(map, entry.path(), entry.updatedAt().toInstant().toString()));
    return map.append("</urlset>\n").toString();
  }

  private void place(StringBuilder map, String path, String changedAt) {
    map.append("<url>");
    element(map, "loc", site + path);
    if (changedAt != null) {
      element(map, "lastmod", changedAt);
    }
    map.append("</url>\n");
  }

  private String title() {
    return city + "信息公开";
  }

  private static String updated(List<FeedEntry> entries) {
    return entries.stream()
        .map(entry -> entry.updatedAt().toInstant())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH)
        .toString();
  }

  private void link(StringBuilder feed, String rel, String path) {
    feed.append("<link rel=\"").append(rel).append("\" href=\"").append(xml(site + path));
    feed.append("\"/>\n");
  }

  private void enclosure(StringBuilder feed, FeedEntry entry, FeedEntry.Enclosure file) {
    feed.append("<link rel=\"enclosure\" href=\"").append(xml(site + entry.path(file)));
    feed.append("\" type=\"").append(file.kind().mediaType());
    feed.append("\" length=\"").append(file.size());
    feed.append("\" title=\"").append(xml(file.name())).append("\"/>\n");
  }

  private Map<String, Object> attachment(FeedEntry entry, FeedEntry.Enclosure file) {
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("url", site + entry.path(file));
    attachment.put("mime_type", file.kind().mediaType());
    attachment.put("title", file.name());
    attachment.put("size_in_bytes", file.size());
    return attachment;
  }

  private static void element(StringBuilder feed, String name, String text) {
    feed.append('<').append(name).append('>').append(xml(text));
    feed.append("</").append(name).append(">\n");
  }

  /** As XML 1.0 takes it: escaped, and without the characters it doesn't know at all. */
  private static String xml(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                  if (known(point)) {
                    safe.appendCodePoint(point);
                  }
                }
              }
            });
    return safe.toString();
  }

  private static boolean known(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }
}
