package org.sunlit.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The running application: says where it is to be found and waits to be stopped. */
public class Sunlit implements QuarkusApplication {
  @Inject Deployment deployment;

  @ConfigProperty(name = "quarkus.http.port")
  int port;

  @Override
  public int run(String... args) {
    System.out.println(banner());
    Quarkus.waitForExit();
    return 0;
  }

  private String banner() {
    StringBuilder text = new StringBuilder("\n");
    text.append("  ──────────────────────────────────────────────────────────────\n");
    text.append("   Sunlit 阳光办 is ready:  http://localhost:").append(port).append('\n');
    if (deployment.demo()) {
      text.append("   A demonstration: the city, its people and their cases are invented.\n");
    }
    if (deployment.demo() && Files.exists(deployment.demoAccountsFile())) {
      text.append("   Accounts and passwords: ").append(deployment.demoAccountsFile()).append('\n');
    }
    text.append("  ──────────────────────────────────────────────────────────────\n");
    return text.toString();
  }
}
