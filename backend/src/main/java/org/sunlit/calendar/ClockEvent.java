package org.sunlit.calendar;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a clock (计时事件). A deadline is folded from these and from nothing else;
 * they are only ever added, in the order of the journal.
 */
public sealed interface ClockEvent {
  /** When the event was recorded, by the injected clock. */
  Instant at();

  /** The clock starts (起算), such as on acceptance (受理之日). */
  static ClockEvent start(Instant at) {
    return new Start(at);
  }

  /**
   * The clock stands still on a ground whose article applies to every licence.
   *
   * @throws IllegalArgumentException for a ground that needs the article of the item's own statute
   */
  static ClockEvent pause(Instant at, PauseGround ground) {
    return new Pause(
        at,
        ground,
        ground.basis().map(LegalBasis::citation).orElseThrow(() -> needsArticle(ground)));
  }

  /**
   * The clock stands still on a ground and the article that allows it.
   *
   * @param article how the article is cited, such as 政府信息公开条例第三十三条第三款
   */
  static ClockEvent pause(Instant at, PauseGround ground, String article) {
    return new Pause(at, ground, article);
  }

  /** The clock goes on (恢复计时). */
  static ClockEvent resume(Instant at) {
    return new Resume(at);
  }

  /** The limit is extended once with the approval that 行政许可法第四十二条 asks for (延长). */
  static ClockEvent extend(Instant at, Limit by) {
    return new Extend(at, by);
  }

  /** The clock stops for good (办结): the decision is made, or the case ends otherwise. */
  static ClockEvent stop(Instant at) {
    return new Stop(at);
  }

  private static IllegalArgumentException needsArticle(PauseGround ground) {
    return new IllegalArgumentException(
        "A pause for " + ground.code() + " needs the article of the statute that allows it");
  }

  /** 起算. */
  record Start(Instant at) implements ClockEvent {
    public Start {
      Objects.requireNonNull(at, "at");
    }
  }

  /** 停止计时, on a ground and the article that allows it. */
  record Pause(Instant at, PauseGround ground, String article) implements ClockEvent {
    public Pause {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(ground, "ground");
      if (article == null || article.isBlank()) {
        throw needsArticle(ground);
      }
    }
  }

  /** 恢复计时. */
  record Resume(Instant at) implements ClockEvent {
    public Resume {
      Objects.requireNonNull(at, "at");
    }
  }

  /** 延长, by a limit in the unit of the clock's own. */
  record Extend(Instant at, Limit by) implements ClockEvent {
    public Extend {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
    }
  }

  /** 办结. */
  record Stop(Instant at) implements ClockEvent {
    public Stop {
      Objects.requireNonNull(at, "at");
    }
  }
}
