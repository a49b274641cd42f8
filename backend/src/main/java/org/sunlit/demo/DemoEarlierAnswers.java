package org.sunlit.demo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.sunlit.complaint.Categories;
import org.sunlit.complaint.EarlierImports;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;

/** What people of 晴川市 asked before it had Sunlit, and what complaints there are about. */
@ApplicationScoped
class DemoEarlierAnswers {
  private static final String CHAPTER = "earlierAnswers";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final DemoChapters chapters;
  private final Categories categories;
  private final EarlierImports imports;

  DemoEarlierAnswers(DemoChapters chapters, Categories categories, EarlierImports imports) {
    this.chapters = chapters;
    this.categories = categories;
    this.imports = imports;
  }

  /** Before people say something new. */
  void bring(@Observes @Priority(3125) StartupEvent event) {
    chapters.once(CHAPTER, this::bring);
  }

  private void bring() {
    await(categories.take(DemoFiles.bytes("complaint-categories.csv")));
    await(imports.take(DemoFiles.bytes("earlier-answers.csv"), "往期答复.csv", screener()));
  }

  private static Actor screener() {
    return DemoFiles.actor(Role.PETITION_SCREENER);
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
