package org.sunlit.disclosure.film;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.Video;
import org.sunlit.api.model.VideoLanguage;
import org.sunlit.api.model.VideoList;
import org.sunlit.api.model.VideoSummary;
import org.sunlit.disclosure.Film;
import org.sunlit.disclosure.film.VideoReads.Shown;
import org.sunlit.disclosure.rules.MediaPath;
import org.sunlit.disclosure.rules.TelevisionList;

/** Films in the contract's words, and in those of television sets. */
final class VideoShapes {
  private VideoShapes() {}

  static VideoList list(List<Shown> all) {
    return new VideoList().items(all.stream().map(VideoShapes::summary).toList());
  }

  static Video whole(Shown one) {
    return new Video().summary(summary(one)).transcript(one.row().getString("body"));
  }

  private static VideoSummary summary(Shown one) {
    Row row = one.row();
    Film film = one.film();
    String file = MediaPath.file(film.media());
    return new VideoSummary()
        .number(one.number())
        .title(row.getString("title"))
        .titleEn(row.getString("title_en"))
        .summary(row.getString("summary"))
        .department(
            new DepartmentReference()
                .code(row.getString("department_code"))
                .name(row.getString("department"))
                .nameEn(row.getString("department_en")))
        .categories(List.of(row.getArrayOfStrings("categories")))
        .item(film.item())
        .itemName(row.getString("item_name"))
        .seconds(film.seconds())
        .releasedAt(row.getOffsetDateTime("first_released_at"))
        .media(one.address(file))
        .mediaType(MediaPath.type(file).orElseThrow())
        .poster(film.poster() == null ? null : one.address(film.poster()))
        .subtitles(languages(film));
  }

  private static List<VideoLanguage> languages(Film film) {
    List<VideoLanguage> languages = new ArrayList<>();
    if (film.subtitles() != null) {
      languages.add(VideoLanguage.ZH);
    }
    if (film.subtitlesEn() != null) {
      languages.add(VideoLanguage.EN);
    }
    return languages;
  }

  /**
   * The list of a television set.
   *
   * @param site scheme and authority, since a set-top box knows no page that it came from
   */
  static String television(List<Shown> all, String site) {
    return TelevisionList.write(all.stream().map(one -> entry(one, site)).toList());
  }

  private static TelevisionList.Entry entry(Shown one, String site) {
    Film film = one.film();
    return new TelevisionList.Entry(
        one.row().getString("title"),
        one.category(),
        film.seconds(),
        site + one.address(MediaPath.file(film.media())),
        film.poster() == null ? null : site + one.address(film.poster()));
  }
}
