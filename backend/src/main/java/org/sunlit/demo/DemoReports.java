package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.identity.Accounts;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.PrivateFiles;
import org.sunlit.report.Conversations;
import org.sunlit.report.Investigations;
import org.sunlit.report.Recipients;
import org.sunlit.report.SealedMessage;

/**
 * Two investigators of the demonstration city and what was reported to them. Here, and nowhere
 * else, the server makes recipients' keys itself: nothing in this city is secret. Their backup
 * files lie in the data folder; the passphrase is the password of the demonstration's accounts.
 */
@ApplicationScoped
class DemoReports {
  private static final String CHAPTER = "reports";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PASSWORD = "password: ";

  /** What is written down of it. */
  record Written(List<DemoPerson> investigators, List<WrittenReport> reports) {}

  record WrittenReport(List<WrittenMessage> messages) {}

  record WrittenMessage(boolean byReporter, String about, String text) {
    JsonObject words() {
      JsonObject words = new JsonObject().put("text", text);
      return about == null ? words : words.put("about", about);
    }
  }

  private final Deployment deployment;
  private final DemoChapters chapters;
  private final DemoReportKeys keyFiles;
  private final Accounts accounts;
  private final Recipients recipients;
  private final Confirmations confirmations;
  private final Conversations conversations;
  private final Investigations investigations;

  DemoReports(
      Deployment deployment,
      DemoChapters chapters,
      DemoReportKeys keyFiles,
      Accounts accounts,
      Recipients recipients,
      Confirmations confirmations,
      Conversations conversations,
      Investigations investigations) {
    this.deployment = deployment;
    this.chapters = chapters;
    this.keyFiles = keyFiles;
    this.accounts = accounts;
    this.recipients = recipients;
    this.confirmations = confirmations;
    this.conversations = conversations;
    this.investigations = investigations;
  }

  void tell(@Observes @Priority(3170) StartupEvent event) {
    Path file = deployment.demoAccountsFile();
    if (deployment.demo() && Files.exists(file)) {
      chapters.once(CHAPTER, () -> tell(file));
    }
  }

  private void tell(Path file) {
    try {
      PrivateFiles.write(file, Files.readString(file) + told(password(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException("The demonstration's reports can't be told", failure);
    }
  }

  /** What is added to the file of accounts. */
  private String told(String password) throws IOException {
    Written written = DemoFiles.read("reports.json", new TypeReference<>() {});
    List<DemoPerson> people = written.investigators();
    accounts
        .create(people.stream().map(DemoPerson::staffAccount).toList(), password)
        .await()
        .atMost(PATIENCE);
    Map<String, P256> pairs = new LinkedHashMap<>();
    for (DemoPerson person : people) {
      P256 pair = P256.random();
      keyFiles.write(person.account(), pair, password);
      pairs.put(person.account(), pair);
    }
    Actor first = actor(people.get(0));
    Actor second = actor(people.get(1));
    admit(first, pairs.get(first.accountId()), second);
    for (DemoPerson person : people.subList(1, people.size())) {
      admit(actor(person), pairs.get(person.account()), first);
    }
    StringBuilder text = new StringBuilder("\n# Sealed reports of misconduct 举报\n");
    for (DemoPerson person : people) {
      text.append(
          "%-18s %-28s %s%n"
              .formatted(person.account(), String.join(",", person.roles()), person.name()));
    }
    for (WrittenReport report : written.reports()) {
      text.append("receipt: ").append(tell(report, first, pairs.get(first.accountId())).written());
      text.append('\n');
    }
    return text.toString();
  }

  private void admit(Actor account, P256 pair, Actor second) {
    UUID request = recipients.propose(pair.publicKey(), account).await().atMost(PATIENCE);
    confirmations.confirm(request, null, second).await().atMost(PATIENCE);
  }

  private Receipt tell(WrittenReport report, Actor investigator, P256 key) {
    Receipt receipt = Receipt.random();
    P256 reporter = receipt.keyPair();
    int number = 0;
    for (WrittenMessage message : report.messages()) {
      number++;
      SealedMessage sealed =
          SealedWords.seal(
              message.words(),
              number,
              reporter.publicKey(),
              message.byReporter() ? reporter : key,
              recipients.publicKeys().await().atMost(PATIENCE));
      if (number == 1) {
        conversations
            .file(receipt.mailbox(), reporter.publicKey(), sealed, List.of(), Set.of())
            .await()
            .atMost(PATIENCE);
      } else if (message.byReporter()) {
        conversations.write(receipt.mailbox(), number, sealed, List.of()).await().atMost(PATIENCE);
      } else {
        UUID id = conversations.idOf(receipt.mailbox()).await().atMost(PATIENCE);
        investigations.answer(id, number, sealed, investigator).await().atMost(PATIENCE);
      }
    }
    return receipt;
  }

  private static Actor actor(DemoPerson person) {
    return new Actor(
        person.account(),
        person.name(),
        person.nameEn(),
        person.department(),
        person.region(),
        Set.of(Role.INVESTIGATOR),
        Set.of());
  }

  private static String password(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(PASSWORD))
        .map(line -> line.substring(PASSWORD.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file + " names no password"));
  }
}
