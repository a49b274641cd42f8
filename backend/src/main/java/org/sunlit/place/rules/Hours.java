package org.sunlit.place.rules;

import java.time.LocalTime;
import java.util.List;

/**
 * When a place is open on working days.
 *
 * @param spans in their order, none overlapping
 */
public record Hours(List<Span> spans) {
  /**
   * @param from when it opens
   * @param until when it closes
   */
  public record Span(LocalTime from, LocalTime until) {}

  public Hours {
    spans = List.copyOf(spans);
  }

  /** Each span as it is written: 08:30–12:00. */
  public List<String> texts() {
    return spans.stream().map(span -> span.from() + "–" + span.until()).toList();
  }

  /** The first span that ends before it begins, or begins before the one before it ends; or -1. */
  public int firstWrong() {
    for (int place = 0; place < spans.size(); place++) {
      Span span = spans.get(place);
      boolean backwards = !span.from().isBefore(span.until());
      if (backwards || place > 0 && span.from().isBefore(spans.get(place - 1).until())) {
        return place;
      }
    }
    return -1;
  }
}
