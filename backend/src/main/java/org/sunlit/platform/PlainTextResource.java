package org.sunlit.platform;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The least a resource can do, for benchmarks to compare others with. It is there only with {@code
 * sunlit.benchmarks=true} and no part of the contract.
 */
@Path("/benchmarks/plain-text")
@PermitAll
@EndpointDisabled(name = "sunlit.benchmarks", stringValue = "false", disableIfMissing = true)
class PlainTextResource {

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  @NonBlocking
  public String text() {
    return "Sunlit";
  }
}
