package org.sunlit.casework;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Looks for what a document on paper can't do: a PDF that runs scripts, starts programs or plays
 * films is refused, and one that is locked, because nobody can look into it. Files within the file
 * are let through: electronic vouchers (电子凭证) carry their data so, and a reader asks before it
 * opens one. Names of objects are looked for wherever they may stand, in packed object streams too
 * (ISO 32000-1, 7.5.7); a name may be written with escapes (7.3.5).
 */
final class PdfInspection {
  private static final Set<String> ACTIVE =
      Set.of("JavaScript", "JS", "Launch", "RichMedia", "Movie", "Sound", "Rendition");
  private static final String LOCKED = "Encrypt";
  private static final Pattern NAME =
      Pattern.compile("/((?:[^\\x00-\\x20()<>\\[\\]{}/%#]|#[0-9A-Fa-f]{2})+)");
  private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

  /** A packed stream of objects: what its dictionary says, up to where it begins. */
  private static final Pattern OBJECT_STREAM = Pattern.compile("/(?:ObjStm|#4fbjStm)\\b");

  private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
  private static final String END_OF_STREAM = "endstream";
  private static final int LONGEST_DICTIONARY = 4096;

  /** Objects are small; what unpacks to more isn't a document. */
  private static final int MOST_UNPACKED = 64 * 1024 * 1024;

  private PdfInspection() {}

  /**
   * @param content the whole file
   * @throws Problem 422 saying what it has that a document mustn't have
   */
  static void inspect(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    look(withoutStreams(text));
    lookIntoObjectStreams(content, text);
  }

  /** Content of pages and pictures may hold anything by chance; dictionaries don't. */
  private static String withoutStreams(String text) {
    StringBuilder rest = new StringBuilder();
    Matcher stream = STREAM.matcher(text);
    int from = 0;
    while (stream.find(from)) {
      rest.append(text, from, stream.end());
      int end = text.indexOf(END_OF_STREAM, stream.end());
      if (end < 0) {
        // What has no end is looked at: a reader may look at it too.
        from = stream.end();
        break;
      }
      from = end;
      if (from + END_OF_STREAM.length() > text.length()) {
        break;
      }
      from += END_OF_STREAM.length();
    }
    return rest.append(text, from, text.length()).toString();
  }

  private static void look(String text) {
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      String plain = plain(name.group(1));
      if (ACTIVE.contains(plain)) {
        throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.active-pdf", plain);
      }
      if (plain.equals(LOCKED)) {
        throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.locked-pdf");
      }
    }
  }

  private static String plain(String name) {
    return name.indexOf('#') < 0
        ? name
        : ESCAPE
            .matcher(name)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  private static void lookIntoObjectStreams(byte[] content, String text) {
    Matcher stream = STREAM.matcher(text);
    int unpacked = 0;
    int from = 0;
    while (stream.find(from)) {
      from = stream.end();
      String dictionary =
          text.substring(Math.max(0, stream.start() - LONGEST_DICTIONARY), stream.start());
      int begin = dictionary.lastIndexOf(" obj");
      if (OBJECT_STREAM
          .matcher(plain(begin < 0 ? dictionary : dictionary.substring(begin)))
          .find()) {
        String objects = inflate(content, stream.end(), MOST_UNPACKED - unpacked);
        unpacked += objects.length();
        look(objects);
      }
    }
  }

  private static String inflate(byte[] content, int from, int most) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(content, from, content.length - from);
      ByteArrayOutputStream objects = new ByteArrayOutputStream();
      byte[] buffer = new byte[64 * 1024];
      while (!inflater.finished() && !inflater.needsInput()) {
        int read = inflater.inflate(buffer);
        objects.write(buffer, 0, read);
        if (objects.size() > most) {
          throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.zip-bomb");
        }
        if (read == 0 && inflater.needsDictionary()) {
          break;
        }
      }
      return objects.toString(StandardCharsets.ISO_8859_1);
    } catch (DataFormatException notPacked) {
      // It stands there as it is, and is looked at as it is.
      return new String(
          content, from, Math.min(content.length - from, most), StandardCharsets.ISO_8859_1);
    } finally {
      inflater.end();
    }
  }
}
