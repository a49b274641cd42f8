package org.sunlit.disclosure.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subtitles 字幕 as a browser takes them (WebVTT, W3C). */
public final class WebVtt {
  private static final Pattern TIMING =
      Pattern.compile(
          "(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})[ \\t]+-->[ \\t]+"
              + "(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?:[ \\t].*)?");

  private WebVtt() {}

  /**
   * The number of the first line that isn't as it should be; empty when all are.
   *
   * @param seconds how long the film is: a text behind its end is a text of another film
   */
  public static Optional<Integer> firstWrong(String text, int seconds) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).matches("\\uFEFF?WEBVTT([ \\t].*)?")) {
      return Optional.of(1);
    }
    boolean told = false;
    long before = 0;
    for (int at = 1; at < lines.size(); at++) {
      if (!lines.get(at).contains("-->")) {
        continue;
      }
      Matcher timing = TIMING.matcher(lines.get(at).strip());
      if (!timing.matches()) {
        return Optional.of(at + 1);
      }
      long from = millis(timing, 1);
      long until = millis(timing, 5);
      if (from < before || until <= from || from >= seconds * 1000L) {
        return Optional.of(at + 1);
      }
      before = from;
      told = true;
    }
    return told ? Optional.empty() : Optional.of(lines.size());
  }

  private static long millis(Matcher timing, int group) {
    long hours = timing.group(group) == null ? 0 : Long.parseLong(timing.group(group));
    return ((hours * 60 + number(timing, group + 1)) * 60 + number(timing, group + 2)) * 1000
        + number(timing, group + 3);
  }

  private static long number(Matcher timing, int group) {
    return Long.parseLong(timing.group(group));
  }
}
