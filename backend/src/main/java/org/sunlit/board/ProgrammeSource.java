package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.board.rules.ProgrammeKind;

/**
 * A room that has something to show on the city's screens: whoever implements this stands in the
 * playlists that name its kind, and the board knows nothing else of it.
 */
public interface ProgrammeSource {

  /** What it stands for in a playlist. */
  ProgrammeKind kind();

  /**
   * What it shows now, each on a page of its own, at most a few. Only what is public, and quickly:
   * it is asked once a minute for each screen that somebody looks at.
   */
  Uni<List<Panel>> panels(Screen screen);
}
