package org.sunlit.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.casework.FileInspection;
import org.sunlit.disclosure.rules.FileKind;
import org.sunlit.disclosure.text.FileText;
import org.sunlit.disclosure.text.FileTexts;
import org.sunlit.privacy.PublicAnswer;
import org.sunlit.privacy.Redaction;
import org.sunlit.search.SearchVector;

/**
 * A file that was looked at and read, ready to be stored.
 *
 * @param passages its name, then its text in pieces
 * @param marks what looks personal in it
 */
record PreparedFile(
    UUID id,
    String name,
    FileKind kind,
    FileInspection.Inspected inspected,
    FileText text,
    List<Passage> passages,
    List<Mark> marks) {
  static final long MOST_BYTES = 20L * 1024 * 1024;
  private static final FileInspection.Taken TAKEN =
      new FileInspection.Taken(MOST_BYTES, true, "disclosure.file-not-taken");
  private static final int PASSAGE = 1_000;

  /** A reviewer has seen enough by then. */
  private static final int MOST_MARKS = 50;

  /**
   * A piece of text with what it is found by.
   *
   * @param search as {@link SearchVector} writes it
   */
  record Passage(int position, String text, String search) {}

  /**
   * Something that looks personal.
   *
   * @param place {@code name} or {@code text}
   * @param kind of {@link org.sunlit.privacy.PersonalMarks.Kind}
   */
  record Mark(String place, String kind, String text) {}

  /** Looks at a file and reads it. Blocking, up to half a minute. */
  static PreparedFile of(FileInspection inspection, String givenName, Path file) {
    FileInspection.Inspected inspected = inspection.inspect(file, TAKEN);
    String clean = FileInspection.cleanName(givenName);
    FileKind kind = FileKind.of(inspected.mediaType(), clean);
    String name = kind.named(clean);
    FileText text = FileTexts.read(kind, file, inspected.content());
    return new PreparedFile(
        UUID.randomUUID(),
        name,
        kind,
        inspected,
        text,
        passages(name, text.text()),
        marks(name, text.text()));
  }

  static List<Passage> passages(String name, String text) {
    List<Passage> passages = new ArrayList<>();
    passages.add(passage(0, name));
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + PASSAGE);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to++;
      }
      passages.add(passage(passages.size(), text.substring(from, to)));
      from = to;
    }
    return passages;
  }

  private static Passage passage(int position, String text) {
    return new Passage(
        position, text, new SearchVector().with(SearchVector.Weight.D, text).toString());
  }

  private static List<Mark> marks(String name, String text) {
    return Redaction.of(new PublicAnswer(name, "", text), List.of()).marks().stream()
        .limit(MOST_MARKS)
        .map(
            mark ->
                new Mark(
                    mark.field().equals("title") ? "name" : "text",
                    mark.kind().code(),
                    mark.text()))
        .toList();
  }
}
