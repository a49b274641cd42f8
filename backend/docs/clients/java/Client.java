import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small client of Sunlit: finds a service, applies for it, tracks the case, reads the board's feed
 * with its ETag and, if it has one, uses a key.
 *
 * <p>Needs a JDK from 17 on and nothing else: {@code java Client.java http://localhost:8080 [key]}.
 * A program of your own would take a JSON library; this one gets along with a pattern.
 */
public final class Client {
  private static final String BOUNDARY = "sunlit-" + UUID.randomUUID();
  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog >>
      endobj
      trailer
      << /Root 1 0 R >>
      %%EOF
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String server;
  private final String key;

  private Client(String server, String key) {
    this.server = server;
    this.key = key;
  }

  public static void main(String... args) throws IOException, InterruptedException {
    String server = args.length > 0 ? args[0] : "http://localhost:8080";
    new Client(server, args.length > 1 ? args[1] : null).run();
  }

  private void run() throws IOException, InterruptedException {
    String found = get("/api/v1/power-items?limit=1&q=" + encoded("特种设备使用登记")).body();
    String item = text(found, "code");
    System.out.println("found " + item);

    String[] materials = {upload("申请书.pdf"), upload("合格证.pdf")};
    HttpResponse<String> applied =
        send(
            request("/api/v1/applications")
                .header("Content-Type", "application/json")
                // Sent again after a lost answer, the same key applies only once.
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(application(item, materials)))
                .build());
    String caseNumber = text(applied.body(), "caseNumber");
    String trackingCode = text(applied.body(), "trackingCode");
    System.out.println("applied " + caseNumber);

    // A case is known by its number and the code that the applicant was told once.
    String ticket =
        "{\"caseNumber\":\"%s\",\"trackingCode\":\"%s\"}".formatted(caseNumber, trackingCode);
    HttpResponse<String> tracked =
        send(
            HttpRequest.newBuilder(URI.create(server + "/api/v1/tracking"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ticket))
                .build());
    System.out.println("tracked " + text(tracked.body(), "state"));

    HttpResponse<String> feed = get("/api/v1/board/feed?limit=5");
    String tag = feed.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        http.send(
            request("/api/v1/board/feed?limit=5").header("If-None-Match", tag).build(),
            HttpResponse.BodyHandlers.ofString());
    // 304 while nothing has happened; a lively city may answer 200 with what is new.
    System.out.println("feed " + feed.statusCode() + " then " + again.statusCode());

    HttpResponse<String> departments = get("/api/v1/departments");
    System.out.println(
        (key == null ? "without a key " : "with a key ")
            + departments.headers().firstValue("RateLimit-Policy").orElse("no limit"));
  }

  private String application(String item, String[] materials) {
    return """
        {"itemCode":"%s","applicant":{"kind":"person","name":"王小明","phone":"13800138000"},
         "subject":"示例程序","materials":[{"code":"M1","uploadId":"%s"},{"code":"M3","uploadId":"%s"}]}"""
        .formatted(item, materials[0], materials[1]);
  }

  private String upload(String name) throws IOException, InterruptedException {
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(BOUNDARY, name, PDF, BOUNDARY);
    HttpRequest upload =
        HttpRequest.newBuilder(URI.create(server + "/api/v1/uploads"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(body))
            .build();
    return text(send(upload).body(), "id");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
    // A key is for what its scopes hold; this one reads. Applying and tracking go without.
    boolean reads = !path.startsWith("/api/v1/applications");
    return key == null || !reads ? request : request.header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 429) {
      Thread.sleep(1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
      return send(request);
    }
    if (answer.statusCode() >= 400) {
      // RFC 9457: type is stable, detail is for people.
      throw new IOException(answer.statusCode() + " " + text(answer.body(), "detail"));
    }
    return answer;
  }

  private static String text(String json, String field) {
    Matcher value = Pattern.compile('"' + field + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    return value.find() ? value.group(1) : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
