package org.sunlit.disclosure.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"how-to-apply/film.mp4", "a/index.m3u8"})
  void aFilmLiesInAFolder(String path) {
    assertTrue(MediaPath.isMedia(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "film.mp4",
        "/film.mp4",
        "a/b/film.mp4",
        "../film.mp4",
        "a/../film.mp4",
        "a/..mp4",
        "a/.mp4",
        "a/film.exe",
        "a/film.mp4/",
        "a\\b/film.mp4",
        "a/%2e%2e.mp4",
        "a/fi lm.mp4"
      })
  void nothingElseIsAFilm(String path) {
    assertFalse(MediaPath.isMedia(path));
  }

  @ParameterizedTest
  @CsvSource({"segment-1.ts, video/mp2t", "film.mp4, video/mp4", "poster.webp, image/webp"})
  void aFileIsServedAsWhatItIs(String file, String type) {
    assertEquals(Optional.of(type), MediaPath.type(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"film.html", "..", "../a.mp4", "secrets", ".mp4", "a/b.mp4"})
  void nothingElseIsServed(String file) {
    assertEquals(Optional.empty(), MediaPath.type(file));
  }

  @Test
  void subtitlesInTheirOrderAreTaken() {
    String text =
        "WEBVTT 说明\n\n1\n00:01.000 --> 00:04.500\n第一步\n\n00:00:05.000 --> 00:00:07.000 align:start\n第二步\n";
    assertEquals(Optional.empty(), WebVtt.firstWrong(text, 60));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "'1\n00:01.000 --> 00:02.000\n字', 1",
    "'WEBVTT\n\n00:01,000 --> 00:02,000\n字', 3",
    "'WEBVTT\n\n00:02.000 --> 00:01.000\n字', 3",
    "'WEBVTT\n\n00:02.000 --> 00:03.000\n字\n\n00:01.000 --> 00:04.000\n字', 6",
    "'WEBVTT\n\n01:02.000 --> 01:03.000\n字', 3",
    "'WEBVTT\n\n没有时间', 3"
  })
  void whatIsWrongIsFoundByItsLine(String text, int line) {
    assertEquals(Optional.of(line), WebVtt.firstWrong(text, 60));
  }

  @Test
  void aListForTelevision() {
    assertEquals(
        "#EXTM3U\n"
            + "#EXTINF:60 tvg-logo=\"https://a/p.jpg\" group-title=\"办事 '指南'\",怎样申请,第一集\n"
            + "https://a/f.mp4\n"
            + "#EXTINF:5 group-title=\"其他\",二\n"
            + "https://a/g.m3u8\n",
        TelevisionList.write(
            List.of(
                new TelevisionList.Entry(
                    "怎样申请,\n第一集".replace("\n", ""),
                    "办事 \"指南\"",
                    60,
                    "https://a/f.mp4",
                    "https://a/p.jpg"),
                new TelevisionList.Entry(" 二\r\n", "其他", 5, "https://a/g.m3u8", null))));
  }
}
