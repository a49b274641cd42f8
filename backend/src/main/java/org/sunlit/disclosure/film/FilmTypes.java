package org.sunlit.disclosure.film;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What a file of a film is; the contract says of all of them that they are bytes. */
public class FilmTypes {
  private static final String TYPE = FilmTypes.class.getName();

  static void say(RoutingContext http, String type) {
    http.put(TYPE, type);
    // Opened by itself a picture could hold script.
    http.response().putHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    http.response().putHeader("X-Content-Type-Options", "nosniff");
  }

  @ServerResponseFilter
  public void type(ContainerResponseContext answer, RoutingContext http) {
    String type = http.get(TYPE);
    if (type != null && answer.getStatus() < 300) {
      answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type);
    }
  }
}
