package org.sunlit.camera.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is of a span 录像片段: files by number, and the pieces that are played from them one after
 * another. It is kept with whatever was looked at, so that a file is asked for by its number and
 * never by a path.
 *
 * @param span what was asked for; the first and last piece may reach beyond it
 */
public record Footage(Span span, List<String> files, List<Piece> pieces) {
  /** A recorder that stops for less than this has not stopped: its clock isn't that exact. */
  static final Duration UNNOTICED = Duration.ofSeconds(1);

  /**
   * What is played at a time.
   *
   * @param file number of the file
   * @param map number of what a player reads before it; null for nothing
   * @param fresh whether its clock doesn't go on from the piece before
   */
  public record Piece(Instant start, Duration length, int file, Integer map, boolean fresh) {
    Span span() {
      return new Span(start, start.plus(length));
    }
  }

  public Footage {
    files = List.copyOf(files);
    pieces = List.copyOf(pieces);
  }

  /** The footage of a span out of whatever was recorded around it. */
  public static Footage of(Span span, List<Segment> recorded) {
    Map<String, Integer> files = new LinkedHashMap<>();
    List<Piece> pieces = new ArrayList<>();
    recorded.stream()
        .filter(segment -> segment.span().overlaps(span))
        .sorted(Comparator.comparing(Segment::start))
        .forEach(segment -> pieces.add(piece(segment, files)));
    return new Footage(span, List.copyOf(files.keySet()), pieces);
  }

  private static Piece piece(Segment segment, Map<String, Integer> files) {
    Integer map = segment.map() == null ? null : number(files, segment.map());
    return new Piece(
        segment.start(), segment.length(), number(files, segment.path()), map, segment.fresh());
  }

  private static int number(Map<String, Integer> files, String path) {
    return files.computeIfAbsent(path, unknown -> files.size());
  }

  /** The part of it that shows a shorter span, with numbers of its own. */
  public Footage part(Span shorter) {
    return of(
        shorter,
        pieces.stream()
            .map(
                piece ->
                    new Segment(
                        piece.start(),
                        piece.length(),
                        files.get(piece.file()),
                        piece.map() == null ? null : files.get(piece.map()),
                        piece.fresh()))
            .toList());
  }

  /** What was recorded without a break, within the span. */
  public List<Span> recorded() {
    List<Span> all = new ArrayList<>();
    for (Piece piece : pieces) {
      Span part = piece.span().within(span);
      Span last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (last == null || last.until().plus(UNNOTICED).isBefore(part.from())) {
        all.add(part);
      } else if (part.until().isAfter(last.until())) {
        all.set(all.size() - 1, new Span(last.from(), part.until()));
      }
    }
    return List.copyOf(all);
  }

  /** When there is no recording, within the span 无录像时段. */
  public List<Span> gaps() {
    List<Span> gaps = new ArrayList<>();
    Instant reached = span.from();
    for (Span part : recorded()) {
      gap(gaps, reached, part.from());
      reached = part.until();
    }
    gap(gaps, reached, span.until());
    return List.copyOf(gaps);
  }

  private static void gap(List<Span> gaps, Instant from, Instant until) {
    if (from.plus(UNNOTICED).isBefore(until)) {
      gaps.add(new Span(from, until));
    }
  }
}
