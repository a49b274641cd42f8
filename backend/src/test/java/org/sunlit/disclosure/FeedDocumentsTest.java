package org.sunlit.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.sunlit.disclosure.rules.FileKind;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FeedDocumentsTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-01T10:00:00+08:00");
  private static final String HOSTILE = "]]></title><script>&\"'\u0000\u0008\ud800𠮷";
  private static final FeedEntry ENTRY =
      new FeedEntry(
          "GK-2026-000001",
          HOSTILE,
          null,
          HOSTILE,
          List.of(HOSTILE),
          List.of(new FeedEntry.Enclosure(new UUID(0, 7), HOSTILE, FileKind.XLSX, 4096)),
          AT,
          AT.plusDays(1));

  private final FeedDocuments documents = new FeedDocuments("https://city.example", "晴川市");

  @Test
  void anAtomFeedIsXmlWhateverWasPublished() throws Exception {
    Document feed = parsed(documents.atom(List.of(ENTRY, ENTRY)));
    assertEquals(2, feed.getElementsByTagName("entry").getLength());
    assertEquals("2026-03-02T02:00:00Z", text(feed, "updated"));
    assertEquals("https://city.example/disclosures", text(feed, "id"));
    assertEquals(
        "]]></title><script>&\"'𠮷", feed.getElementsByTagName("title").item(1).getTextContent());
    assertEquals(0, feed.getElementsByTagName("script").getLength());
  }

  @Test
  void feedsSayWhichFilesThereAre() throws Exception {
    var links = parsed(documents.atom(List.of(ENTRY))).getElementsByTagName("link");
    var file = links.item(links.getLength() - 1).getAttributes();
    assertEquals("enclosure", file.getNamedItem("rel").getNodeValue());
    assertEquals("4096", file.getNamedItem("length").getNodeValue());
    assertEquals(
        "https://city.example/api/v1/disclosures/GK-2026-000001/files/00000000-0000-0000-0000-000000000007",
        file.getNamedItem("href").getNodeValue());
    String json = documents.json(List.of(ENTRY));
    assertTrue(json.contains("\"size_in_bytes\":4096"), json);
    assertTrue(json.contains("spreadsheetml.sheet"), json);
  }

  @Test
  void anEmptyFeedIsAFeed() throws Exception {
    assertEquals("1970-01-01T00:00:00Z", text(parsed(documents.atom(List.of())), "updated"));
    assertTrue(documents.json(List.of()).contains("\"items\":[]"));
  }

  @Test
  void theSiteMapNamesEveryCategoryAndEveryPublication() throws Exception {
    Document map = parsed(documents.siteMap(List.of("budgets", "plans"), List.of(ENTRY)));
    var places = map.getElementsByTagName("loc");
    assertEquals(
        List.of(
            "https://city.example/disclosures/categories/budgets",
            "https://city.example/disclosures/categories/plans",
            "https://city.example/disclosures/GK-2026-000001"),
        IntStream.range(places.getLength() - 3, places.getLength())
            .mapToObj(place -> places.item(place).getTextContent())
            .toList());
  }

  private static String text(Document feed, String name) {
    return feed.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
