package org.sunlit.platform;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Gives resources the bodies that {@link HttpGuard} has counted. (The routing context's own place
 * for a body won't do: what is there and longer than {@code quarkus.rest.input-buffer-size} is read
 * twice, the second time as zeros.)
 */
class CountedBodies {
  @ServerRequestFilter(preMatching = true)
  void give(ContainerRequestContext request, RoutingContext http) {
    Buffer body = http.get(CountedBody.KEY);
    if (body != null) {
      request.setEntityStream(new ByteArrayInputStream(body.getBytes()));
    }
  }
}
