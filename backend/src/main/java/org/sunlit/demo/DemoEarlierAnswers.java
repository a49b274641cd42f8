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
import org.sunlit.platform.Deployment;

/** What people of 晴川市 asked before it had Sunlit, and what complaints there are about. */
@ApplicationScoped
class DemoEarlierAnswers {
  private static final String CHAPTER = "earlierAnswers";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Deployment deployment;
  private final DemoChapters chapters;
  private final Categories categories;
  private final EarlierImports imports;

  DemoEarlierAnswers(
      Deployment deployment, DemoChapters chapters, Categories categories, EarlierImports imports) {
    this.deployment = deployment;
    this.chapters = chapters;
    this.categories = categories;
    this.imports = imports;
  }

  /** Before people say something new. */
  void bring(@Observes @Priority(3125) StartupEvent event) {
    if (!deployment.demo() || chapters.told(CHAPTER)) {
      return;
    }
    await(categories.take(DemoFiles.bytes("complaint-categories.csv")));
    await(imports.take(DemoFiles.bytes("earlier-answers.csv"), "往期答复.csv", screener()));
    chapters.tell(CHAPTER);
  }

  private static Actor screener() {
    return DemoFiles.people().stream()
        .map(person -> person.staffAccount().actor())
        .filter(actor -> actor.is(Role.PETITION_SCREENER))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
