package org.sunlit.edge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.impl.HttpUtils;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.RawHttp;

/** No way of writing a protected address gets past the question who is asking. */
@QuarkusTest
class PathVariantsApiTest {
  /** The last: spelt so, it is the address of another operation, which knows no such method. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405);

  @Inject Operations operations;

  @Test
  void noSpellingOfAProtectedAddressOpensIt() throws IOException {
    List<String> opened = new ArrayList<>();
    int tried = 0;
    for (Operation operation : operations.all()) {
      if (operation.isPublic()) {
        continue;
      }
      for (String path : variants(OtherPagesApiTest.path(operation))) {
        if (isEverybodys(operation.method(), path)) {
          continue;
        }
        tried++;
        int status = status(operation, path);
        if (!REFUSALS.contains(status)) {
          opened.add(status + " " + operation.method() + " " + path);
        }
      }
    }
    System.out.println(tried + " spellings of protected addresses tried");
    assertTrue(opened.isEmpty(), String.join("\n", opened));
    assertTrue(tried > 200, "tried only " + tried);
  }

  /** Spelt so, it is plainly the address of something that everybody may ask for. */
  private boolean isEverybodys(String method, String path) {
    return operations
        .of(method, HttpUtils.normalizePath(path))
        .filter(Operation::isPublic)
        .isPresent();
  }

  /** Ways to write an address that one part of a server may read otherwise than another. */
  static Set<String> variants(String path) {
    Set<String> variants = new LinkedHashSet<>();
    int last = path.lastIndexOf('/');
    String head = path.substring(0, last);
    String tail = path.substring(last + 1);
    for (String suffix :
        List.of(
            "", "/", ";", ";x", ";x=1", "%3B", "%3Bx", "%3bx=1", ".", "%2e", "/.", "/./", "/%2e",
            "%20", "%09", "%00", "?", "?x", "%3F", "#", "%23", "%2F", "%252F", ".json", "~", "\\",
            "%5C")) {
      variants.add(path + suffix);
    }
    for (String between :
        List.of(
            "//",
            "/./",
            "/%2e/",
            "/;/",
            "/;x/",
            ";x/",
            ";x=1/",
            "%2F",
            "%2f",
            "%252F",
            "\\",
            "%5C",
            "/x/../",
            "/x/..;/",
            "/..;/",
            "/x/%2e%2e/",
            "/%2E%2E/",
            "/x%2F../",
            "/x;/../")) {
      variants.add(head + between + tail);
      variants.add(path.replaceFirst("/api/v1/", "/api" + between + "v1/"));
      variants.add(path.replaceFirst("/api/", between + "api/"));
    }
    for (String prefix :
        List.of(
            "/api/v1/board/feed/../..",
            "/api/v1/site/..;",
            "/api/v1/board/feed;/../../",
            "/q/..",
            "/q/../",
            "/assets/..",
            "/assets/..;",
            "/assets/%2e%2e",
            "http://localhost")) {
      variants.add(prefix + path);
      variants.add(prefix + path.substring("/api/v1".length()));
    }
    variants.add(path.toUpperCase(Locale.ROOT));
    variants.add(path.replace("/api/", "/API/"));
    variants.add(path.replace("/v1/", "/V1/"));
    variants.add(head + "/" + tail.toUpperCase(Locale.ROOT));
    variants.add(path.replace("a", "%61"));
    variants.add(path.replace("i", "%69").replace("c", "%63"));
    variants.add(path.replace("a", "%2561"));
    return variants;
  }

  private static int status(Operation operation, String path) throws IOException {
    String type =
        operation.cost() == Cost.UPLOAD ? "multipart/form-data; boundary=x" : "application/json";
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      http.ask(
          operation.method(),
          path,
          "Content-Type: " + type,
          "Content-Length: 2",
          "Connection: close");
      http.send("{}");
      String answer = http.answer();
      return answer.isEmpty() ? 400 : Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
