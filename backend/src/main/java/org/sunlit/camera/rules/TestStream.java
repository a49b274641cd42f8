package org.sunlit.camera.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The test stream 测试流: one minute of a test picture, recorded again and again while a place was
 * open. The picture's own seconds run from 0 to 59 with each minute.
 */
public final class TestStream {
  public static final String MAP = "init.mp4";
  public static final String MINUTE = "minute.m4s";
  private static final Duration LENGTH = Duration.ofMinutes(1);

  private TestStream() {}

  /** What was recorded in these spans until now; a minute that isn't over isn't there yet. */
  public static List<Segment> recorded(List<Span> open, Instant now) {
    return open.stream().flatMap(span -> minutes(span, now).mapToObj(TestStream::minute)).toList();
  }

  private static LongStream minutes(Span span, Instant now) {
    Instant end = span.until().isBefore(now) ? span.until() : now;
    long first =
        Math.floorDiv(span.from().getEpochSecond() + LENGTH.toSeconds() - 1, LENGTH.toSeconds());
    return LongStream.range(
        first, end.truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / LENGTH.toSeconds());
  }

  private static Segment minute(long number) {
    Instant start = Instant.ofEpochSecond(number * LENGTH.toSeconds());
    return new Segment(start, LENGTH, MINUTE, MAP, true);
  }
}
