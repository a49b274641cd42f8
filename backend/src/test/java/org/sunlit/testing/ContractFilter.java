package org.sunlit.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.nio.file.Path;

/**
 * Holds what goes over the wire against {@code openapi.yaml} and fails the test that differs.
 *
 * <pre>{@code
 * given().filter(ContractFilter.both()).get("/api/v1/departments")
 * }</pre>
 */
public final class ContractFilter implements Filter {
  private static final ContractFilter BOTH = new ContractFilter(LevelResolver.create());
  private static final ContractFilter ANSWERS =
      new ContractFilter(
          LevelResolver.create().withLevel("validation.request", ValidationReport.Level.IGNORE));

  private final OpenApiValidationFilter filter;

  private ContractFilter(LevelResolver.Builder levels) {
    // Every problem has its media type in the contract; a status that isn't listed is an error.
    OpenApiInteractionValidator validator =
        OpenApiInteractionValidator.createFor(
                Path.of("..", "openapi.yaml").toAbsolutePath().normalize().toUri().toString())
            .withLevelResolver(levels.build())
            .build();
    filter = new OpenApiValidationFilter(validator);
  }

  /** Request and answer must be of the contract. */
  public static ContractFilter both() {
    return BOTH;
  }

  /** Only the answer must be: for tests that send what the contract forbids. */
  public static ContractFilter answers() {
    return ANSWERS;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification response,
      FilterContext context) {
    return filter.filter(request, response, context);
  }
}
