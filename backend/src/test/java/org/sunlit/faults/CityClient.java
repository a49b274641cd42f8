package org.sunlit.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An applicant and the clerks of one department, over the API. */
final class CityClient {
  /** Four steps, one material, everybody may apply (井盖报修). */
  static final String ITEM = "URB-SRV-01";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_TRIES = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String url;
  private final String password;
  private final Map<String, String> tokens = new HashMap<>();

  CityClient(String url, String password) {
    this.url = url;
    this.password = password;
  }

  /** An answer: its status and its JSON. */
  record Answer(int status, JsonNode body) {
    String text(String field) {
      return body.path(field).asText();
    }
  }

  String upload() throws IOException, InterruptedException {
    String boundary = "sunlit-faults";
    String form =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n"
            + PDF
            + "\r\n--"
            + boundary
            + "--\r\n";
    HttpRequest.Builder request =
        request("/api/v1/uploads", form)
            .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
    return expect(201, send(request)).text("id");
  }

  Answer apply(String applicant, String uploadId, String key)
      throws IOException, InterruptedException {
    String application =
        """
        {"itemCode":"%s","applicant":{"kind":"person","name":"%s","phone":"13800001234"},
         "subject":"井盖破损","materials":[{"code":"M1","uploadId":"%s"}]}
        """
            .formatted(ITEM, applicant, uploadId);
    return send(request("/api/v1/applications", application).header("Idempotency-Key", key));
  }

  Answer act(String caseNumber, Step step, long version, String key)
      throws IOException, InterruptedException {
    return send(
        request("/api/v1/cases/" + caseNumber + "/actions/" + step.action(), step.command())
            .header("Authorization", "Bearer " + token(step.account()))
            .header("If-Match", "\"" + version + "\"")
            .header("Idempotency-Key", key));
  }

  Answer track(String caseNumber, String trackingCode) throws IOException, InterruptedException {
    return send(
        request(
            "/api/v1/tracking",
            "{\"caseNumber\":\"" + caseNumber + "\",\"trackingCode\":\"" + trackingCode + "\"}"));
  }

  private String token(String account) throws IOException, InterruptedException {
    if (!tokens.containsKey(account)) {
      tokens.put(account, expect(200, signIn(account)).text("accessToken"));
    }
    return tokens.get(account);
  }

  /** Many at once with one account are asked to wait, like one who guesses. */
  private Answer signIn(String account) throws IOException, InterruptedException {
    String credentials = "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}";
    Answer answer = send(request("/api/v1/auth/login", credentials));
    for (int tries = 0; answer.status() == 429 && tries < MOST_TRIES; tries++) {
      Thread.sleep(1_000);
      answer = send(request("/api/v1/auth/login", credentials));
    }
    return answer;
  }

  private HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  static Answer expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(
          "Status " + answer.status() + " instead of " + status + ": " + answer.body());
    }
    return answer;
  }
}
