package org.sunlit.identity;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The same small read with and without a token, for a benchmark to tell what the check costs. It is
 * there only with {@code sunlit.benchmarks=true} and no part of the contract.
 */
@Path("/benchmarks")
@Produces(MediaType.TEXT_PLAIN)
@EndpointDisabled(name = "sunlit.benchmarks", stringValue = "false", disableIfMissing = true)
class MeasuredReadResource {

  private final Accounts accounts;
  private final CurrentActor currentActor;

  MeasuredReadResource(Accounts accounts, CurrentActor currentActor) {
    this.accounts = accounts;
    this.currentActor = currentActor;
  }

  @GET
  @Path("/open-read")
  @PermitAll
  public Uni<String> open() {
    return read();
  }

  @GET
  @Path("/secured-read")
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<String> secured() {
    if (currentActor.get().accountId() == null) {
      throw new IllegalStateException("Let in as nobody");
    }
    return read();
  }

  private Uni<String> read() {
    return accounts.count().map(String::valueOf);
  }
}
