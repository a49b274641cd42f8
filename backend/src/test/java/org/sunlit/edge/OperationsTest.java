package org.sunlit.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {
  private final Operations operations = read();

  private static Operations read() {
    try {
      return new Operations(new YAMLMapper().readTree(Path.of("..", "openapi.yaml").toFile()));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/power-items, searchPowerItems",
    "GET, /api/v1/power-items/MAR-LIC-01, getPowerItem",
    "HEAD, /api/v1/power-items/MAR-LIC-01, getPowerItem",
    "GET, /api/v1/power-items/MAR-LIC-01/flow.svg, getFlowSvg",
    "POST, /api/v1/tracking, track",
    "POST, /api/v1/tracking/withdrawals, withdraw",
    "POST, /api/v1/auth/login, login",
    "GET, /api/v1/auth/me, getMe",
    "DELETE, /api/v1/auth/sessions/0189, endSession"
  })
  void findsTheOperationOfARequest(String method, String path, String id) {
    assertEquals(id, operations.of(method, path).orElseThrow().id());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /api/v1",
    "GET, /api/v1/nowhere",
    "PUT, /api/v1/tracking",
    "GET, /api/v1/power-items/",
    "GET, /api/v1/power-items/x/y",
    "GET, //api/v1/site"
  })
  void findsNoneWhereThereIsNone(String method, String path) {
    assertTrue(operations.of(method, path).isEmpty());
  }

  @Test
  void knowsWhatCostsMoreThanItLooks() {
    assertEquals(Cost.SIGN_IN, operations.of("POST", "/api/v1/auth/login").orElseThrow().cost());
    assertEquals(Cost.UPLOAD, operations.of("POST", "/api/v1/uploads").orElseThrow().cost());
    assertEquals(Cost.FREE, operations.of("GET", "/api/v1/board/feed").orElseThrow().cost());
    assertEquals(Cost.READ, operations.of("GET", "/api/v1/departments").orElseThrow().cost());
    assertEquals(Cost.WRITE, operations.of("POST", "/api/v1/applications").orElseThrow().cost());
  }

  @Test
  void everyOperationSaysWhoMay() {
    assertFalse(operations.all().isEmpty());
    operations
        .all()
        .forEach(operation -> assertFalse(operation.permission().equals("none"), operation.id()));
  }
}
