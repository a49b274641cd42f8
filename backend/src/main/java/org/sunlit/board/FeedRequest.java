package org.sunlit.board;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a reader of the feed asks for.
 *
 * @param board code of a screen; empty for the whole city
 * @param text how the lines are to look; empty for JSON
 */
record FeedRequest(String board, int limit, Optional<TextForm> text) {

  /** Lines for an LED controller. */
  record TextForm(TextColumns columns, Charset charset) {}

  static final Charset GB18030 = Charset.forName("GB18030");

  /**
   * Names these bytes: the same states asked for in the same way have the same tag on every node.
   * Weak, since the moment of writing differs.
   */
  String entityTag(long newestPlace) {
    String form =
        text.map(lines -> lines.charset() + " " + lines.columns().specification()).orElse("json");
    return "W/\"%d-%x\"".formatted(newestPlace, (board + "/" + limit + "/" + form).hashCode());
  }

  String contentType() {
    return text.map(
            form ->
                form.charset() == StandardCharsets.UTF_8
                    ? "text/plain;charset=utf-8"
                    : "text/plain;charset=gb18030")
        .orElse("application/json;charset=utf-8");
  }
}
