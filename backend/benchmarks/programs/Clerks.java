import java.io.IOException;
import java.util.UUID;

/** One applicant and the four clerks who take a case from its application to its end. */
final class Clerks {
  static final String ITEM = "BENCH-LIC-01";

  /** What an application answers. */
  record Begun(String caseNumber, String trackingCode) {}

  private final Connection connection;
  private final String window;
  private final String reviewer;
  private final String approver;
  private final String issuer;

  Clerks(Connection connection, String password) throws IOException {
    this.connection = connection;
    window = connection.signIn("mar.window1", password);
    reviewer = connection.signIn("mar.reviewer1", password);
    approver = connection.signIn("mar.approver1", password);
    issuer = connection.signIn("mar.issuer1", password);
  }

  static Begun apply(Connection connection) throws IOException {
    Connection.Answer answer =
        connection
            .post(
                "/api/v1/applications",
                "{\"itemCode\":\""
                    + ITEM
                    + "\",\"applicant\":{\"kind\":\"person\",\"name\":\"王小明\",\"phone\":\"13800001234\"},"
                    + "\"subject\":\"测速\"}",
                "Idempotency-Key: " + UUID.randomUUID())
            .expect(201);
    return new Begun(answer.text("caseNumber"), answer.text("trackingCode"));
  }

  Begun apply() throws IOException {
    return apply(connection);
  }

  /** Takes a new case as many of its four further steps as wanted. */
  void handle(String caseNumber, int steps) throws IOException {
    String version = "\"1\"";
    if (steps > 0) {
      version = act(caseNumber, "accept", window, version, "{}");
    }
    if (steps > 1) {
      version = act(caseNumber, "advance", reviewer, version, "{}");
    }
    if (steps > 2) {
      version =
          act(
              caseNumber,
              "decide",
              approver,
              version,
              "{\"decision\":\"grant\",\"confirmedRisk\":true}");
    }
    if (steps > 3) {
      act(caseNumber, "close", issuer, version, "{}");
    }
  }

  private String act(
      String caseNumber, String action, String token, String version, String command)
      throws IOException {
    return connection
        .post(
            "/api/v1/cases/" + caseNumber + "/actions/" + action,
            command,
            "Authorization: Bearer " + token,
            "If-Match: " + version,
            "Idempotency-Key: " + UUID.randomUUID())
        .expect(200)
        .entityTag();
  }
}
