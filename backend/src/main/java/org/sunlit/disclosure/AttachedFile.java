package org.sunlit.disclosure;

import java.util.List;
import java.util.UUID;
import org.sunlit.disclosure.rules.TextState;
import org.sunlit.platform.Coded;

/**
 * A file with an edition that has it.
 *
 * @param kind of {@link org.sunlit.disclosure.rules.FileKind}
 * @param size in bytes
 * @param sha256 in hexadecimal digits
 * @param pages null for what has none
 * @param textState of {@link TextState}
 * @param table whether it is offered as CSV
 * @param marks what looks personal in it, for those who review it
 */
record AttachedFile(
    int edition,
    UUID id,
    String name,
    String kind,
    long size,
    String sha256,
    Integer pages,
    String textState,
    boolean table,
    List<PreparedFile.Mark> marks) {

  /** An edition's files {@code l} as JSON; {@code f} is the file. */
  static final String JSON =
      """
      json_build_object('edition', l.edition, 'id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size,
        'sha256', encode(f.sha256, 'hex'), 'pages', f.pages, 'textState', f.text_state,
        'table', f.table_text is not null, 'marks', f.marks)""";

  /** Whether the search finds what is in it. */
  boolean isSearched() {
    TextState state = Coded.of(TextState.class, textState);
    return state == TextState.READ || state == TextState.PARTLY;
  }

  /** Those of one edition, in order. */
  static List<AttachedFile> of(List<AttachedFile> all, int edition) {
    return all.stream().filter(file -> file.edition() == edition).toList();
  }

  /** Those of the first list that aren't in the second. */
  static List<AttachedFile> without(List<AttachedFile> files, List<AttachedFile> others) {
    return files.stream()
        .filter(file -> others.stream().noneMatch(other -> other.id().equals(file.id())))
        .toList();
  }
}
