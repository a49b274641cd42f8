package org.sunlit.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.journal.PlacedPublicRow;

/**
 * The columns of the plain-text feed, such as {@code time:5,number:20,item:28,state:8}. Widths are
 * in display cells: a Chinese character takes two, as it does in GB 18030 and on an LED controller.
 */
record TextColumns(String specification, List<Sized> columns) {

  /** A column and its width in display cells. */
  record Sized(TextColumn column, int width) {}

  /** What is wrong with a specification: the part that can't be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String part;

    Unreadable(String part) {
      super(part, null, false, false);
      this.part = part;
    }

    String part() {
      return part;
    }
  }

  private static final Pattern PART = Pattern.compile("([a-z]+)(?::([1-9][0-9]{0,2}))?");
  private static final int MOST_COLUMNS = 12;

  static TextColumns parse(String specification) throws Unreadable {
    List<Sized> columns = new ArrayList<>();
    for (String part : specification.split(",", -1)) {
      Matcher matcher = PART.matcher(part.strip().toLowerCase(Locale.ROOT));
      Optional<TextColumn> column =
          matcher.matches() ? TextColumn.of(matcher.group(1)) : Optional.empty();
      if (column.isEmpty() || columns.size() == MOST_COLUMNS) {
        throw new Unreadable(part);
      }
      int width =
          matcher.group(2) == null ? column.get().usualWidth() : Integer.parseInt(matcher.group(2));
      columns.add(new Sized(column.get(), width));
    }
    return new TextColumns(specification, List.copyOf(columns));
  }

  /** One line, every column padded or cut to its width, one blank between columns. */
  String line(PlacedPublicRow row) {
    StringBuilder line = new StringBuilder();
    for (Sized sized : columns) {
      if (!line.isEmpty()) {
        line.append(' ');
      }
      DisplayCells.appendFitted(line, sized.column().text(row), sized.width());
    }
    return line.toString();
  }
}
