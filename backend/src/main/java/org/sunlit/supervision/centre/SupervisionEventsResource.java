package org.sunlit.supervision.centre;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.sunlit.api.model.SupervisionNews;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.centre.NewsStream.Batch;
import org.sunlit.supervision.centre.NewsStream.Listener;

/**
 * The news of supervision as Server-Sent Events (WHATWG HTML, 9.2). A resource of its own hand,
 * because the generated interface knows answers that end.
 */
@Path("/api/v1/supervision/events")
class SupervisionEventsResource {
  private static final String PLACE = "[0-9]{1,18}";
  private static final long RETRY_MILLIS = 2_000;

  private final NewsStream stream;
  private final CentreShapes shapes;
  private final CurrentActor currentActor;

  SupervisionEventsResource(NewsStream stream, CentreShapes shapes, CurrentActor currentActor) {
    this.stream = stream;
    this.shapes = shapes;
    this.currentActor = currentActor;
  }

  // A compressor or a buffering proxy would hold events back.
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @PermissionsAllowed(Permission.Codes.FINDINGS_READ)
  public Multi<OutboundSseEvent> streamSupervisionEvents(
      @HeaderParam("Last-Event-ID") String last,
      @QueryParam("after") String after,
      @Context Sse sse) {
    Long place =
        last == null || last.isEmpty() ? place("after", after) : place("Last-Event-ID", last);
    Listener listener =
        new Listener(
            currentActor.get().accountId(),
            currentActor.sessionOrNull(),
            currentActor.tokenExpiresAt());
    OutboundSseEvent hello =
        sse.newEventBuilder().reconnectDelay(RETRY_MILLIS).comment("sunlit").build();
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(hello),
            stream
                .open(listener, place)
                .onItem()
                .transformToIterable(batch -> events(batch, sse).toList()));
  }

  private Stream<OutboundSseEvent> events(Batch batch, Sse sse) {
    return batch.heartbeat()
        ? Stream.of(sse.newEventBuilder().comment("still here").build())
        : batch.news().stream().map(shapes::news).map(news -> event(news, sse));
  }

  private static OutboundSseEvent event(SupervisionNews news, Sse sse) {
    return sse.newEventBuilder()
        .id(Long.toString(news.getPlace()))
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(SupervisionNews.class, news)
        .build();
  }

  private static Long place(String parameter, String place) {
    if (place == null) {
      return null;
    }
    if (!place.matches(PLACE)) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at(parameter, "board.place");
    }
    return Long.valueOf(place);
  }
}
