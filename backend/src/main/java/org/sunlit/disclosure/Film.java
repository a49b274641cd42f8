package org.sunlit.disclosure;

/**
 * What makes a publication a film 政务服务视频 (K5); the publication's text is its transcript then.
 *
 * @param media where it lies in the store: a folder, and in it an MP4 or an HLS playlist
 * @param poster a picture in that folder, or null
 * @param seconds how long it is
 * @param item the power item it is about, or null
 * @param subtitles WebVTT in Chinese, or null
 * @param subtitlesEn WebVTT in English, or null
 */
public record Film(
    String media, String poster, int seconds, String item, String subtitles, String subtitlesEn) {
  public Film {
    poster = orNull(poster);
    item = orNull(item);
    subtitles = orNull(subtitles);
    subtitlesEn = orNull(subtitlesEn);
  }

  private static String orNull(String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }
}
