package org.sunlit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Permission;

/** What the contract says about who may, and what the code says, are the same. */
class ContractRightsTest {
  private static final String PUBLIC = "public";
  private static final String SIGNED_IN = "signedIn";

  /** What has no resource is answered before anybody asks who it is, so it must be everybody's. */
  private static final String ANSWERED_EARLY = PUBLIC;

  @Test
  void everyOperationSaysInTheContractWhatTheCodeSays() {
    Map<String, String> contract = contract();
    Map<String, String> code = code();
    contract.keySet().forEach(operation -> code.putIfAbsent(operation, ANSWERED_EARLY));

    assertFalse(contract.isEmpty(), "the contract was not read");
    assertEquals(contract, code);
  }

  @Test
  void aPermissionOfTheContractIsOneOfSunlits() {
    contract()
        .forEach(
            (operation, permission) ->
                assertTrue(
                    permission.equals(PUBLIC)
                        || permission.equals(SIGNED_IN)
                        || Permission.of(permission).isPresent(),
                    operation + " has an unknown x-permission: " + permission));
  }

  @Test
  void onlyWhatIsPublicNeedsNoToken() {
    operations()
        .forEach(
            operation ->
                assertEquals(
                    PUBLIC.equals(said(operation)),
                    operation.getSecurity() != null && operation.getSecurity().isEmpty(),
                    operation.getOperationId()));
  }

  private static Map<String, String> contract() {
    Map<String, String> said = new TreeMap<>();
    operations().forEach(operation -> said.put(operation.getOperationId(), said(operation)));
    return said;
  }

  private static String said(Operation operation) {
    Object permission =
        operation.getExtensions() == null ? null : operation.getExtensions().get("x-permission");
    return permission == null ? "says nothing" : permission.toString();
  }

  private static Stream<Operation> operations() {
    return new OpenAPIV3Parser()
        .read("../openapi.yaml").getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream());
  }

  private static Map<String, String> code() {
    Map<String, String> said = new TreeMap<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sunlit")
            .stream()
            .filter(type -> !type.isInterface())
            .map(JavaClass::reflect)
            .forEach(
                type -> of(type).forEach(method -> said.put(method.getName(), said(type, method))));
    return said;
  }

  /**
   * What a class implements of the interfaces generated from the contract, and streams, which it
   * answers by its own hand.
   */
  private static Stream<Method> of(Class<?> type) {
    return Stream.concat(
        ofContract(type), Stream.of(type.getDeclaredMethods()).filter(ContractRightsTest::streams));
  }

  private static boolean streams(Method method) {
    Produces produces = method.getAnnotation(Produces.class);
    return produces != null && List.of(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
  }

  private static Stream<Method> ofContract(Class<?> type) {
    return Stream.of(type.getInterfaces())
        .filter(contract -> contract.getPackageName().equals("org.sunlit.api"))
        .flatMap(contract -> Stream.of(contract.getMethods()))
        .flatMap(method -> implementing(type, method).stream());
  }

  private static Optional<Method> implementing(Class<?> type, Method declared) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> !method.isBridge())
        .filter(method -> method.getName().equals(declared.getName()))
        .findFirst();
  }

  private static String said(Class<?> type, Method method) {
    if (method.isAnnotationPresent(PermissionsAllowed.class)) {
      return String.join(" or ", method.getAnnotation(PermissionsAllowed.class).value());
    }
    if (method.isAnnotationPresent(Authenticated.class)) {
      return SIGNED_IN;
    }
    if (method.isAnnotationPresent(PermitAll.class)) {
      return PUBLIC;
    }
    if (type.isAnnotationPresent(PermissionsAllowed.class)) {
      return String.join(" or ", type.getAnnotation(PermissionsAllowed.class).value());
    }
    return type.isAnnotationPresent(PermitAll.class) ? PUBLIC : "says nothing";
  }
}
