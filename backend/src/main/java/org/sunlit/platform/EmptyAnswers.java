package org.sunlit.platform;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says of an answer with nothing in it that it has nothing in it: 204 (RFC 9110, 15.3.5). Where an
 * operation that may find nothing gave null, an empty 200 was sent.
 */
class EmptyAnswers {

  @ServerResponseFilter
  public void nothing(ContainerResponseContext answer) {
    if (!answer.hasEntity() && answer.getStatus() == Status.OK.getStatusCode()) {
      answer.setStatusInfo(Status.NO_CONTENT);
    }
  }
}
