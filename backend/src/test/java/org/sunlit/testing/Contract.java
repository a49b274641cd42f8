package org.sunlit.testing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of {@code openapi.yaml}, for tests of what holds for every one of them. */
public final class Contract {
  public static final String PUBLIC = "public";
  public static final String SIGNED_IN = "signedIn";
  private static final String NOTHING = "says nothing";

  /**
   * One operation.
   *
   * @param permission its {@code x-permission}
   */
  public record ContractOperation(
      String id, String method, String template, String permission, Operation declared) {

    public boolean isPublic() {
      return permission.equals(PUBLIC);
    }

    /** Its path, with these values for its parameters or something of their form. */
    public String path(Map<String, String> values) {
      String path = template;
      for (Parameter parameter : pathParameters()) {
        String value =
            Optional.ofNullable(values.get(parameter.getName()))
                .orElseGet(() -> example(parameter));
        path = path.replace("{" + parameter.getName() + "}", value);
      }
      return path;
    }

    public String path() {
      return path(Map.of());
    }

    /** The type of the body it takes, if it takes one. */
    public Optional<String> contentType() {
      return Optional.ofNullable(declared.getRequestBody())
          .map(body -> body.getContent().keySet().iterator().next())
          .map(type -> type.startsWith("multipart/") ? type + "; boundary=part" : type);
    }

    public boolean takesAForm() {
      return contentType().filter(type -> type.startsWith("multipart/")).isPresent();
    }

    private List<Parameter> pathParameters() {
      return Stream.ofNullable(declared.getParameters())
          .flatMap(List::stream)
          .filter(parameter -> "path".equals(parameter.getIn()))
          .toList();
    }

    /** Of a form that only looking it up can refuse. */
    private static String example(Parameter parameter) {
      if ("uuid".equals(parameter.getSchema().getFormat())) {
        return "00000000-0000-4000-8000-000000000000";
      }
      if (parameter.getSchema().getEnum() != null) {
        return parameter.getSchema().getEnum().get(0).toString();
      }
      return switch (parameter.getName()) {
        case "caseNumber" -> "20260101-000001-4";
        case "action" -> "accept";
        case "year" -> "2026";
        default -> "1";
      };
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  private Contract() {}

  /** All of them, in the contract's order. */
  public static List<ContractOperation> operations() {
    OpenAPI contract = read();
    List<ContractOperation> operations = new ArrayList<>();
    contract
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, declared) -> operations.add(of(path, item, method, declared))));
    return operations;
  }

  private static ContractOperation of(
      String path, PathItem item, PathItem.HttpMethod method, Operation declared) {
    if (item.getParameters() != null) {
      item.getParameters().forEach(declared::addParametersItem);
    }
    Object permission =
        declared.getExtensions() == null ? null : declared.getExtensions().get("x-permission");
    return new ContractOperation(
        declared.getOperationId(),
        method.name(),
        path,
        permission == null ? NOTHING : permission.toString(),
        declared);
  }

  private static OpenAPI read() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    return new OpenAPIV3Parser()
        .read(Path.of("..", "openapi.yaml").toAbsolutePath().normalize().toString(), null, options);
  }
}
