package org.sunlit.attendance;

import io.smallrye.mutiny.Uni;
import org.sunlit.attendance.rules.LineKind;

/** Knows the lines of a kind that stand in efficiency files. */
public interface ContestableLines {
  LineKind kind();

  /** Whether this line stands in this person's file now, as its room writes it. */
  Uni<Boolean> stands(String account, String line);
}
