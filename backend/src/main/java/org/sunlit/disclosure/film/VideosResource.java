package org.sunlit.disclosure.film;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.api.VideosApi;
import org.sunlit.api.model.Video;
import org.sunlit.api.model.VideoLanguage;
import org.sunlit.api.model.VideoList;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.EntityTags;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Films about public services, for everybody and for television sets (K5). */
class VideosResource implements VideosApi {
  private final VideoReads reads;
  private final Films films;
  private final CurrentVertxRequest currentRequest;

  VideosResource(VideoReads reads, Films films, CurrentVertxRequest currentRequest) {
    this.reads = reads;
    this.films = films;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermitAll
  public Uni<VideoList> listVideos(
      String category, String item, String department, String ifNoneMatch) {
    RoutingContext http = currentRequest.getCurrent();
    return reads
        .list(new VideoReads.Wanted(category, item, department))
        .map(VideoShapes::list)
        .invoke(list -> EntityTags.send(http, tag(StoredJson.bytes(list))));
  }

  @Override
  @PermitAll
  public Uni<String> getVideoPlaylist(
      String category, String item, String department, String ifNoneMatch) {
    RoutingContext http = currentRequest.getCurrent();
    String site = http.request().scheme() + "://" + http.request().authority();
    return reads
        .list(new VideoReads.Wanted(category, item, department))
        .map(all -> VideoShapes.television(all, site))
        .invoke(list -> EntityTags.send(http, tag(list.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  @PermitAll
  public Uni<Video> getVideo(String number) {
    return reads.open(number).map(VideoShapes::whole);
  }

  @Override
  @PermitAll
  public Uni<Buffer> getVideoFile(
      String number, String file, String range, String ifRange, String ifNoneMatch) {
    RoutingContext http = currentRequest.getCurrent();
    return reads.open(number).chain(one -> films.send(http, one.film(), file));
  }

  @Override
  @PermitAll
  public Uni<String> getVideoSubtitles(String number, VideoLanguage language) {
    return reads
        .open(number)
        .map(
            one ->
                Optional.ofNullable(
                        switch (language) {
                          case ZH -> one.film().subtitles();
                          case EN -> one.film().subtitlesEn();
                        })
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static String tag(byte[] content) {
    return "\"" + UUID.nameUUIDFromBytes(content) + "\"";
  }
}
