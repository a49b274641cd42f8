import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code URL PASSWORD PORT DATABASE-PASSWORD FILE}: has PostgreSQL log one case from application to
 * close, writes its transactions as a pgbench script, and copies the database to {@code benchmark}
 * for that script to run on.
 *
 * <p>Statements between BEGIN and COMMIT are taken as they are; parameters become literals of the
 * same type. What has to be new in each run (the case's number, ids, hashes that are keys) is found
 * by comparing with a second case and becomes a variable.
 */
final class Recorder {
  private static final int TRANSACTIONS = 5;
  private static final String NEW_NUMBER =
      "'20991231-' || lpad(cast(nextval('benchmark_case') as text), 8, '0') || '-0'";
  private static final Pattern PARAMETER =
      Pattern.compile("\\$([0-9]+) = (NULL|'([^']*+(?:''[^']*+)*+)')");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$([0-9]+)");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** A statement and its parameters, null for NULL. */
  private record Executed(String text, Map<Integer, String> parameters) {}

  private final java.sql.Connection database;

  private Recorder(java.sql.Connection database) {
    this.database = database;
  }

  public static void main(String... args) throws Exception {
    String address = "jdbc:postgresql://127.0.0.1:" + args[2];
    try (java.sql.Connection database =
            DriverManager.getConnection(address + "/sunlit", "sunlit", args[3]);
        Connection http = new Connection(args[0])) {
      Recorder recorder = new Recorder(database);
      Files.writeString(Path.of(args[4]), recorder.script(new Clerks(http, args[1])));
    }
    try (java.sql.Connection server =
            DriverManager.getConnection(address + "/postgres", "sunlit", args[3]);
        Statement statement = server.createStatement()) {
      copyDatabase(statement);
    }
    try (java.sql.Connection copy =
            DriverManager.getConnection(address + "/benchmark", "sunlit", args[3]);
        Statement statement = copy.createStatement()) {
      statement.execute("create sequence benchmark_case");
    }
  }

  private String script(Clerks clerks) throws Exception {
    run("alter system set log_destination = 'jsonlog'", "alter system set log_statement = 'all'");
    List<List<Executed>> first;
    List<List<Executed>> second;
    String number;
    try {
      run("select pg_reload_conf()");
      Thread.sleep(1_000);
      number = clerks.apply().caseNumber();
      clerks.handle(number, TRANSACTIONS - 1);
      String another = clerks.apply().caseNumber();
      clerks.handle(another, TRANSACTIONS - 1);
      Thread.sleep(1_000);
      String log = log();
      first = transactions(log, number);
      second = transactions(log, another);
    } finally {
      run(
          "alter system reset log_destination",
          "alter system reset log_statement",
          "select pg_reload_conf()");
    }
    return write(first, variables(first, second, number));
  }

  /** The log's transactions that concern a case, in their order. */
  private static List<List<Executed>> transactions(String log, String caseNumber) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Map<Integer, List<Executed>> open = new HashMap<>();
    List<List<Executed>> found = new ArrayList<>();
    for (String line : log.split("\n")) {
      JsonNode entry = json.readTree(line);
      String message = entry.path("message").asText();
      Matcher statement =
          Pattern.compile("(?s)(statement|execute [^:]*): (.*)").matcher(message);
      if (!statement.matches()) {
        continue;
      }
      int process = entry.path("pid").asInt();
      String text = statement.group(2);
      switch (text.strip().toUpperCase()) {
        case "BEGIN" -> open.put(process, new ArrayList<>());
        case "COMMIT" -> {
          List<Executed> done = open.remove(process);
          if (done != null && done.stream().anyMatch(each -> concerns(each, caseNumber))) {
            found.add(done);
          }
        }
        default -> {
          if (open.containsKey(process)) {
            open.get(process).add(new Executed(text, parameters(entry.path("detail").asText())));
          }
        }
      }
    }
    if (found.size() != TRANSACTIONS) {
      throw new IllegalStateException(
          "A case from application to close made " + found.size() + " transactions");
    }
    return found;
  }

  private static boolean concerns(Executed statement, String caseNumber) {
    return statement.parameters().values().stream()
        .anyMatch(value -> value != null && value.contains(caseNumber));
  }

  private static Map<Integer, String> parameters(String detail) {
    Map<Integer, String> parameters = new TreeMap<>();
    Matcher each = PARAMETER.matcher(detail);
    while (each.find()) {
      String value = each.group(3);
      parameters.put(
          Integer.valueOf(each.group(1)), value == null ? null : value.replace("''", "'"));
    }
    return parameters;
  }

  /** What has to be new in each run, with the variable that stands for it. */
  private static Map<String, String> variables(
      List<List<Executed>> first, List<List<Executed>> second, String caseNumber) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(caseNumber, "case_number");
    List<String> others = values(second);
    for (String value : values(first)) {
      if (UUID.matcher(value).matches() && !others.contains(value)) {
        variables.putIfAbsent(value, "id_" + variables.size());
      } else if (HASH.matcher(value).matches() && !others.contains(value)) {
        variables.putIfAbsent(value, "hash_" + variables.size());
      }
    }
    return variables;
  }

  private static List<String> values(List<List<Executed>> transactions) {
    List<String> values = new ArrayList<>();
    for (List<Executed> transaction : transactions) {
      for (Executed statement : transaction) {
        statement.parameters().values().stream()
            .filter(value -> value != null)
            .forEach(values::add);
      }
    }
    return values;
  }

  private String write(List<List<Executed>> transactions, Map<String, String> variables)
      throws SQLException {
    StringBuilder script = new StringBuilder("select ");
    List<String> made = new ArrayList<>();
    variables.forEach((value, variable) -> made.add(fresh(variable) + " as " + variable));
    script.append(String.join(", ", made)).append(" \\gset\n");
    for (List<Executed> transaction : transactions) {
      script.append("begin;\n");
      for (Executed statement : transaction) {
        script.append(statement(statement, variables)).append(";\n");
      }
      script.append("commit;\n");
    }
    return script.toString();
  }

  private static String fresh(String variable) {
    if (variable.equals("case_number")) {
      return NEW_NUMBER;
    }
    return variable.startsWith("id_")
        ? "gen_random_uuid()"
        : "encode(sha256(convert_to(cast(gen_random_uuid() as text), 'UTF8')), 'hex')";
  }

  private String statement(Executed statement, Map<String, String> variables) throws SQLException {
    List<String> types = parameterTypes(statement.text());
    StringBuilder text = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(statement.text());
    while (placeholder.find()) {
      int number = Integer.parseInt(placeholder.group(1));
      String value = expression(statement.parameters().get(number), variables);
      placeholder.appendReplacement(
          text,
          Matcher.quoteReplacement("cast(" + value + " as " + types.get(number - 1) + ")"));
    }
    placeholder.appendTail(text);
    return text.toString();
  }

  /** The types that PostgreSQL finds for a statement's parameters. */
  private List<String> parameterTypes(String text) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("prepare recorded as " + text);
      try (ResultSet found =
          statement.executeQuery(
              "select unnest(parameter_types)::text from pg_prepared_statements where name = 'recorded'")) {
        List<String> types = new ArrayList<>();
        while (found.next()) {
          types.add(found.getString(1));
        }
        return types;
      } finally {
        statement.execute("deallocate recorded");
      }
    }
  }

  private static String expression(String value, Map<String, String> variables) {
    if (value == null) {
      return "null";
    }
    if (variables.containsKey(value)) {
      return ":" + variables.get(value);
    }
    String expression = literal(value);
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      if (value.contains(variable.getKey())) {
        expression =
            "replace(" + expression + ", '" + variable.getKey() + "', :" + variable.getValue() + ")";
      }
    }
    return expression;
  }

  /** A literal without a colon, which to pgbench begins a variable. */
  private static String literal(String value) {
    return "E'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "''")
            .replace(":", "\\x3a")
            .replace("$", "\\x24")
        + "'";
  }

  private String log() throws SQLException {
    try (PreparedStatement statement =
            database.prepareStatement("select pg_read_file(pg_current_logfile('jsonlog'))");
        ResultSet content = statement.executeQuery()) {
      content.next();
      return content.getString(1);
    }
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  /** A database is copied only while nobody uses it; Sunlit's connections come back by themselves. */
  private static void copyDatabase(Statement server) throws Exception {
    server.execute("drop database if exists benchmark");
    server.execute("alter database sunlit allow_connections false");
    try {
      server.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'sunlit'");
      Thread.sleep(500);
      server.execute("create database benchmark template sunlit");
    } finally {
      server.execute("alter database sunlit allow_connections true");
    }
    server.execute("alter database benchmark allow_connections true");
    Thread.sleep(3_000);
  }
}
