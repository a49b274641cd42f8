package org.sunlit.disclosure.text;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the text of one PDF and ends: a program of its own, because a few kilobytes of PDF can ask
 * for more memory and time than a city has. {@link PdfText} starts it within limits and reads what
 * it writes.
 */
public final class PdfTextProgram {
  /** So many pages are read. */
  static final int MOST_PAGES = 500;

  /** Thrown when enough has been read. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Limited extends Writer {
    private final StringWriter kept = new StringWriter();

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      if (kept.getBuffer().length() > FileText.MOST_CHARACTERS) {
        throw new Enough();
      }
      kept.write(characters, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private PdfTextProgram() {}

  /**
   * @param arguments the PDF, and the file to be written: how many pages, whether all was read, and
   *     the text in UTF-8
   */
  public static void main(String[] arguments) throws IOException {
    Limited text = new Limited();
    try (PDDocument document = Loader.loadPDF(new File(arguments[0]))) {
      int pages = document.getNumberOfPages();
      boolean whole = pages <= MOST_PAGES;
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(MOST_PAGES);
      try {
        stripper.writeText(document, text);
      } catch (Enough enough) {
        whole = false;
      }
      write(new File(arguments[1]), pages, whole, text.kept.toString());
    }
  }

  private static void write(File file, int pages, boolean whole, String text) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(file)))) {
      out.writeInt(pages);
      out.writeBoolean(whole);
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
