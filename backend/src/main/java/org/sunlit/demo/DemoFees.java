package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.sunlit.charge.FeeCatalogue;
import org.sunlit.charge.FeeDraft;
import org.sunlit.platform.Deployment;

/** Publishes the demonstration city's catalogue of fees, once its items are there. */
@ApplicationScoped
class DemoFees {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CHAPTER = "fees";

  private final Deployment deployment;
  private final DemoChapters chapters;
  private final FeeCatalogue catalogue;

  DemoFees(Deployment deployment, DemoChapters chapters, FeeCatalogue catalogue) {
    this.deployment = deployment;
    this.chapters = chapters;
    this.catalogue = catalogue;
  }

  void publish(@Observes @Priority(3060) StartupEvent event) {
    if (!deployment.demo() || chapters.told(CHAPTER)) {
      return;
    }
    catalogue.register(drafts(), "demonstration").await().atMost(PATIENCE);
    chapters.tell(CHAPTER);
  }

  static List<FeeDraft> drafts() {
    return DemoFiles.read("fees.json", new TypeReference<>() {});
  }
}
