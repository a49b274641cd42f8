package org.sunlit.platform;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Files of which a part can be asked for (RFC 9110, section 14). */
public class PartialAnswers {

  /**
   * Says that parts can be had, and which one is sent.
   *
   * @param asked the {@code Range} header; null without one
   * @param size of the file
   * @return the part to send; empty where the whole is to be sent
   * @throws Problem 416 when there is no such part
   */
  public static Optional<ByteRange> begin(RoutingContext http, String asked, long size) {
    return begin(http, asked, size, size);
  }

  /**
   * The same where a part may be the beginning of what was asked for (14.2).
   *
   * @param most how many bytes are sent at once
   */
  public static Optional<ByteRange> begin(RoutingContext http, String asked, long size, long most) {
    HttpServerResponse response = http.response().putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    try {
      Optional<ByteRange> range = ByteRange.of(asked, size).map(part -> part.atMost(most));
      range.ifPresent(
          part -> response.putHeader(HttpHeaders.CONTENT_RANGE, part.contentRange(size)));
      return range;
    } catch (ByteRange.Unsatisfiable beyond) {
      throw Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, size)
          .header("Content-Range", "bytes */" + size);
    }
  }

  /** A part is 206 (15.3.7); what the contract generates says 200 for whatever it returns. */
  @ServerResponseFilter
  public void part(ContainerResponseContext answer, RoutingContext http) {
    if (answer.getStatus() == Status.OK.getStatusCode()
        && http.response().headers().contains(HttpHeaders.CONTENT_RANGE)) {
      answer.setStatusInfo(Status.PARTIAL_CONTENT);
    }
  }
}
