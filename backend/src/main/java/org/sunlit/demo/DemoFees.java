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

/** Publishes the demonstration city's catalogue of fees, once its items are there. */
@ApplicationScoped
class DemoFees {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CHAPTER = "fees";

  private final DemoChapters chapters;
  private final FeeCatalogue catalogue;

  DemoFees(DemoChapters chapters, FeeCatalogue catalogue) {
    this.chapters = chapters;
    this.catalogue = catalogue;
  }

  void publish(@Observes @Priority(3060) StartupEvent event) {
    chapters.once(CHAPTER, this::publish);
  }

  private void publish() {
    catalogue.register(drafts(), "demonstration").await().atMost(PATIENCE);
  }

  static List<FeeDraft> drafts() {
    return DemoFiles.read("fees.json", new TypeReference<>() {});
  }
}
