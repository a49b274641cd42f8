package org.sunlit.disclosure;

import java.util.List;
import org.sunlit.disclosure.rules.MediaPath;
import org.sunlit.disclosure.rules.WebVtt;
import org.sunlit.problem.FieldProblem;

/** Whether what is said of a film fits together. */
final class FilmChecks {
  private FilmChecks() {}

  static void film(List<FieldProblem> wrong, Film film) {
    if (film == null) {
      return;
    }
    if (!MediaPath.isMedia(film.media())) {
      wrong.add(ContentChecks.at("/film/media", "disclosure.film-path"));
    }
    if (film.poster() != null && !MediaPath.isPicture(film.poster())) {
      wrong.add(ContentChecks.at("/film/poster", "disclosure.film-poster"));
    }
    subtitles(wrong, "/film/subtitles", film.subtitles(), film.seconds());
    subtitles(wrong, "/film/subtitlesEn", film.subtitlesEn(), film.seconds());
  }

  private static void subtitles(
      List<FieldProblem> wrong, String pointer, String text, int seconds) {
    if (text != null) {
      WebVtt.firstWrong(text, seconds)
          .ifPresent(
              line ->
                  wrong.add(
                      new FieldProblem(pointer, "disclosure.subtitles-wrong", List.of(line))));
    }
  }
}
