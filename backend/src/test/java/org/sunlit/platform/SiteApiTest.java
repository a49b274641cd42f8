package org.sunlit.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
class SiteApiTest {
  @Test
  void saysThatItIsNoDemonstration() {
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/site")
        .then()
        .statusCode(200)
        .body("demo", equalTo(false));
  }
}
