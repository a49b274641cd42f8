package org.sunlit.camera;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says of a part of a file that it is one: 206 (RFC 9110, 15.3.7). The generated interface states
 * the one status of the whole file.
 */
class PartialAnswers {

  @ServerResponseFilter
  public void part(ContainerResponseContext answer, RoutingContext http) {
    if (http.response().headers().contains(HttpHeaders.CONTENT_RANGE)) {
      answer.setStatusInfo(Status.PARTIAL_CONTENT);
    }
  }
}
