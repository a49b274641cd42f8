package org.sunlit.supervision.centre.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.statistics.rules.Still;

/**
 * An open case, as it will be counted when it ends.
 *
 * @param since when its time began: received, or accepted once it is 受理
 * @param due the last deadline that was told; null for none yet
 * @param stills when its clock stood still
 * @param again whether it was sent back for correction or returned
 */
public record OpenCase(Instant since, Instant due, List<Still> stills, boolean again) {
  static OpenCase begun(Instant at) {
    return new OpenCase(at, null, List.of(), false);
  }

  OpenCase acceptedAt(Instant at) {
    return new OpenCase(at, due, stills, again);
  }

  OpenCase notAtOnce() {
    return new OpenCase(since, due, stills, true);
  }

  /** With what an event tells of its clock. */
  OpenCase after(CaseTold told, Instant at) {
    List<Still> all = new ArrayList<>(stills);
    boolean stands = !all.isEmpty() && all.get(all.size() - 1).to() == null;
    if (told.still() && !stands) {
      all.add(new Still(at, null));
    } else if (!told.still() && stands) {
      all.set(all.size() - 1, new Still(all.get(all.size() - 1).from(), at));
    }
    return new OpenCase(since, told.dueAt() == null ? due : told.dueAt(), List.copyOf(all), again);
  }
}
