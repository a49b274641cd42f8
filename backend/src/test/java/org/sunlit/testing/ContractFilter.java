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
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

  private static final Path CONTRACT = Path.of("..", "openapi.yaml").toAbsolutePath().normalize();
  private static final ContractParts PARTS = new ContractParts(CONTRACT);

  private final LevelResolver levels;
  private final Map<String, OpenApiValidationFilter> filters = new ConcurrentHashMap<>();

  private ContractFilter(LevelResolver.Builder levels) {
    this.levels = levels.build();
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
    String resource = ContractParts.resourceOf(URI.create(request.getURI()).getPath());
    return filters.computeIfAbsent(resource, this::filterOf).filter(request, response, context);
  }

  // Every problem has its media type in the contract; a status that isn't listed is an error.
  private OpenApiValidationFilter filterOf(String resource) {
    return new OpenApiValidationFilter(
        OpenApiInteractionValidator.createForInlineApiSpecification(PARTS.of(resource))
            .withLevelResolver(levels)
            .build());
  }
}
