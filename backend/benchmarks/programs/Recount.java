import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code URL PASSWORD DAY}: declares one more day off and follows the recount of all open cases to
 * its end. Prints its seconds, how many cases it counted, how many of them moved, and how often its
 * progress was seen to go on.
 */
final class Recount {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String... args) throws Exception {
    try (Connection connection = new Connection(args[0])) {
      String token = "Authorization: Bearer " + connection.signIn("das.administrator", args[1]);
      String year = "/api/v1/calendar/years/" + args[2].substring(0, 4) + "/edition";
      JsonNode edition = JSON.readTree(connection.get(year, token).expect(200).body());
      ObjectNode proposal = JSON.createObjectNode();
      proposal.set("status", edition.get("status"));
      proposal.set("source", edition.get("source"));
      ArrayNode days = proposal.putArray("days").addAll((ArrayNode) edition.get("days"));
      days.addObject()
          .put("date", args[2])
          .put("kind", "off")
          .put("name", "测速")
          .put("nameEn", "Benchmark");
      String seen = "If-Match: \"" + edition.get("version").asInt() + "\"";
      long begun = System.nanoTime();
      connection.put(year, proposal.toString(), token, seen).expect(200);
      follow(connection, token, begun);
    }
  }

  private static void follow(Connection connection, String token, long begun) throws Exception {
    int before = -1;
    int steps = 0;
    while (true) {
      JsonNode recount =
          JSON.readTree(
                  connection.get("/api/v1/calendar/recounts?limit=1", token).expect(200).body())
              .get("items")
              .get(0);
      int done = recount.get("done").asInt();
      steps += done == before ? 0 : 1;
      before = done;
      if (recount.get("state").asText().equals("done")) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%.2f %d %d %d%n", seconds, done, recount.get("moved").asInt(), steps);
        return;
      }
      Thread.sleep(100);
    }
  }
}
