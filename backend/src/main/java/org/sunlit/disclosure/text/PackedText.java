package org.sunlit.disclosure.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Text in XML in a ZIP: DOCX and XLSX (ISO/IEC 29500), OFD (GB/T 33190). Reads as it unpacks and
 * stops when it has enough.
 *
 * @param parts names of the entries that hold text
 * @param text the element around text
 * @param line the element whose end ends a line
 */
record PackedText(Pattern parts, String text, String line) {
  /** Footnotes and headers too; a table is its cells' paragraphs. */
  static final PackedText DOCX =
      new PackedText(
          Pattern.compile("word/(document|footnotes|endnotes|header\\d*|footer\\d*)\\.xml"),
          "t",
          "p");

  /** The texts of all sheets, each once. */
  static final PackedText XLSX =
      new PackedText(Pattern.compile("xl/sharedStrings\\.xml"), "t", "si");

  static final PackedText OFD =
      new PackedText(Pattern.compile("(.*/)?Pages/.*Content\\.xml"), "TextCode", "TextObject");

  private static final XMLInputFactory XML = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** All that is written there; a little more than is kept when there is more. */
  String read(Path file) throws IOException {
    StringBuilder read = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream().filter(entry -> parts.matcher(entry.getName()).matches()).toList();
      for (ZipEntry entry : entries) {
        try (InputStream in = zip.getInputStream(entry)) {
          read(in, read);
        } catch (XMLStreamException broken) {
          throw new IOException(broken);
        }
      }
    }
    return read.toString();
  }

  private void read(InputStream in, StringBuilder read) throws XMLStreamException {
    XMLStreamReader xml = XML.createXMLStreamReader(in);
    boolean within = false;
    while (xml.hasNext() && read.length() <= FileText.MOST_CHARACTERS) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          within = xml.getLocalName().equals(text);
          if (xml.getLocalName().equals("tab")) {
            read.append(' ');
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (within) {
            read.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          within = false;
          if (xml.getLocalName().equals(line)) {
            read.append('\n');
          }
        }
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
    xml.close();
  }
}
