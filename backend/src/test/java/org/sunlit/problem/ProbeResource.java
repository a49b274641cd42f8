package org.sunlit.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** An endpoint that exists in tests only, for what can go wrong with any. */
@Path("/api/probe")
public class ProbeResource {
  /** Speaks like the generated enums. */
  public enum Colour {
    RED("red"),
    BLUE("blue");

    private final String value;

    Colour(String value) {
      this.value = value;
    }

    public static Colour fromString(String text) {
      return fromValue(text);
    }

    @JsonCreator
    public static Colour fromValue(String text) {
      for (Colour colour : values()) {
        if (colour.value.equals(text)) {
          return colour;
        }
      }
      throw new IllegalArgumentException("Unexpected value '" + text + "'");
    }

    @Override
    @JsonValue
    public String toString() {
      return value;
    }
  }

  /** A part of a body. */
  public record Part(@NotNull @Size(min = 1, max = 5) String name, Integer count) {}

  /** A body with a field of every kind. */
  public record Body(
      @NotNull String text,
      @Max(10) Integer number,
      Boolean yes,
      LocalDate date,
      OffsetDateTime moment,
      UUID id,
      Colour colour,
      @Valid @NotNull Part part,
      List<@Valid Part> parts,
      Map<String, String> notes) {}

  @POST
  @PermitAll
  @Consumes("application/json")
  @Produces("application/json")
  public Uni<Body> echo(@Valid @NotNull Body body) {
    return Uni.createFrom().item(body);
  }

  @GET
  @PermitAll
  @Produces("application/json")
  public Uni<List<String>> query(
      @QueryParam("number") Integer number,
      @QueryParam("colour") Colour colour,
      @QueryParam("day") LocalDate day,
      @QueryParam("code") @Pattern(regexp = "[a-z]+") String code,
      @HeaderParam("Idempotency-Key") @Size(min = 8) String key) {
    return Uni.createFrom().item(List.of());
  }

  @GET
  @PermitAll
  @Path("/things/{id}")
  @Produces("application/json")
  public Uni<String> thing(@PathParam("id") UUID id) {
    throw Problem.of(ProblemType.NOT_FOUND);
  }

  @POST
  @PermitAll
  @Path("/form")
  @Consumes("multipart/form-data")
  @Produces("application/json")
  public Uni<Long> form(@RestForm("file") FileUpload file, @FormParam("note") String note) {
    return Uni.createFrom().item(file.size());
  }

  @GET
  @PermitAll
  @Path("/fault")
  @Produces("application/json")
  public Uni<String> fault() {
    return Uni.createFrom().failure(new IllegalStateException("the secret of the house"));
  }

  @GET
  @RolesAllowed("administrator")
  @Path("/staff")
  @Produces("application/json")
  public Uni<String> staff() {
    return Uni.createFrom().item("{}");
  }

  @GET
  @Path("/unannotated")
  @Produces("application/json")
  public Uni<String> unannotated() {
    return Uni.createFrom().item("{}");
  }
}
