package org.sunlit.powerlist;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Conditional reads (RFC 9110 section 13.1.2): what the reader has already isn't sent again. */
public final class EntityTags {
  private EntityTags() {}

  /**
   * Puts the tag on the answer.
   *
   * @throws WebApplicationException 304 when the reader has this very document
   */
  public static void send(RoutingContext http, String entityTag) {
    if (matches(http.request().getHeader(HttpHeaders.IF_NONE_MATCH), entityTag)) {
      throw new NotModified(entityTag);
    }
    http.response()
        .putHeader(HttpHeaders.ETAG, entityTag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  static boolean matches(String ifNoneMatch, String entityTag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String tag : ifNoneMatch.split(",")) {
      String bare = tag.strip();
      if (bare.equals("*") || bare.replaceFirst("^W/", "").equals(entityTag)) {
        return true;
      }
    }
    return false;
  }

  /** Thrown because the contract's methods return documents, and this answer has none. */
  private static final class NotModified extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    NotModified(String entityTag) {
      super(
          Response.notModified()
              .header("ETag", entityTag)
              .header("Cache-Control", "no-cache")
              .build());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
