package org.sunlit.platform;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where Sunlit begins. Without an external database configured it starts the PostgreSQL of its own,
 * makes the keys it needs and then runs the application on them; with one it only checks that
 * nothing is left to a default that would be unsafe.
 */
@QuarkusMain
public final class SunlitMain {
  /** Held here for life: a lock whose channel is garbage collected is given back. */
  private static DataFolder dataFolder;

  private SunlitMain() {}

  public static void main(String... args) {
    try {
      StartSettings settings = StartSettings.read();
      if (args.length > 0 && args[0].equals(TokenKeyCommand.NAME)) {
        TokenKeyCommand.run(settings, args.length > 1 ? Optional.of(args[1]) : Optional.empty());
        return;
      }
      if (settings.external()) {
        settings.checkExternal();
        settings.completeUrls();
      } else {
        startEmbedded(settings);
      }
    } catch (StartRefused refused) {
      System.err.println("\nSunlit can't start. " + refused.getMessage() + "\n");
      if (refused.getCause() != null) {
        System.err.println("Because: " + refused.getCause());
      }
      System.exit(1);
    }
    Quarkus.run(Sunlit.class, args);
  }

  private static void startEmbedded(StartSettings settings) {
    DataFolder folder = DataFolder.take(settings.dataFolder());
    dataFolder = folder;
    System.out.println("Sunlit keeps its data in " + folder.path());
    Path postgres = folder.folder("postgres");
    PostgresServer server = PostgresServer.start(postgres, postgres);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-postgresql"));
    set(SunlitConfig.EMBEDDED, "true");
    set(SunlitConfig.DATA, folder.path().toString());
    set("quarkus.datasource.reactive.url", server.url());
    set("quarkus.datasource.jdbc.url", "jdbc:" + server.url());
    set("quarkus.datasource.username", PostgresServer.USER);
    set("quarkus.datasource.password", server.password());
    if (!settings.hasTokenKeys()) {
      try {
        Path keyFolder = folder.folder(TokenKeyCommand.KEYS);
        Secrets.TokenKeys keys = Secrets.TokenKeys.in(keyFolder);
        if (settings.tokenKeyFolder().isEmpty()) {
          set(StartSettings.TOKEN_KEY_FOLDER, keyFolder.toString());
        }
        set(StartSettings.SIGNING_KEY_LOCATION, keys.signing().toUri().toString());
        set(StartSettings.VERIFYING_KEY_LOCATION, keys.verifying().toUri().toString());
      } catch (IOException failure) {
        throw new StartRefused("The keys for tokens can't be written", failure);
      }
    }
    if (!settings.hasVaultKeys()) {
      try {
        Path keys = VaultKeys.fileIn(folder.folder("keys"), LocalDate.now(CityTime.ZONE));
        set(VaultKeys.KEY_FILE, keys.toString());
      } catch (IOException failure) {
        throw new StartRefused("The keys of the vault can't be written", failure);
      }
    }
  }

  /** After the application: its last transactions still want the database. */
  private static void stop(PostgresServer server) {
    Application application = Application.currentApplication();
    if (application != null) {
      application.awaitShutdown();
    }
    server.stop();
  }

  private static void set(String name, String value) {
    System.setProperty(name, value);
  }
}
