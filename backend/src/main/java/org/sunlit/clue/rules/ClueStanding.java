package org.sunlit.clue.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where a clue stands: the fold of its acts, see {@link ClueFold}. */
public abstract sealed class ClueStanding permits ClueFold {
  ClueState state;
  ClueChannel channel;
  ClueSource source;
  boolean named;
  boolean somebody;
  Instant receivedAt;
  Instant since;
  Instant takenUpAt;
  String investigator;
  String reviewer;
  Disposal disposal;
  LocalDate replyBy;
  Instant repliedAt;
  Finding reported;
  int reportAct;
  Finding decision;
  String decidedBy;
  Instant decidedAt;
  int decisionAct;
  LocalDate visitOn;
  Instant visitedAt;
  ClearingForm wish;
  Instant clearedAt;
  int version;

  ClueStanding() {}

  public static ClueStanding of(List<ClueAct> acts) {
    return ClueFold.fold(acts);
  }

  public ClueState state() {
    return state;
  }

  public ClueChannel channel() {
    return channel;
  }

  /** The room it was handed over from; null when it came by itself. */
  public ClueSource source() {
    return source;
  }

  /** Whether whoever brought it can be told what became of it. */
  public boolean named() {
    return named;
  }

  /** Whether it names the person it is about. */
  public boolean somebody() {
    return somebody;
  }

  /** 收到问题线索之日: what limits are counted from. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** Since when it has been in its state. */
  public Instant since() {
    return since;
  }

  /** When what lay shelved was last taken up; null when it never was. */
  public Instant takenUpAt() {
    return takenUpAt;
  }

  public String investigator() {
    return investigator;
  }

  public String reviewer() {
    return reviewer;
  }

  /** The way of disposal, proposed or approved; null before. */
  public Disposal disposal() {
    return disposal;
  }

  public LocalDate replyBy() {
    return replyBy;
  }

  /** When the talk was over or the reply came; null before. */
  public Instant repliedAt() {
    return repliedAt;
  }

  /** What the investigator found last; null before. */
  public Finding reported() {
    return reported;
  }

  /** The number of the act that holds the report's words. */
  public int reportAct() {
    return reportAct;
  }

  /** What was decided; null before. */
  public Finding decision() {
    return decision;
  }

  public String decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  /** The number of the act that holds the decision's words. */
  public int decisionAct() {
    return decisionAct;
  }

  public LocalDate visitOn() {
    return visitOn;
  }

  public Instant visitedAt() {
    return visitedAt;
  }

  /** How the person wants to be cleared; null as long as they haven't said. */
  public ClearingForm wish() {
    return wish;
  }

  /** When they were cleared as they wished; null before. */
  public Instant clearedAt() {
    return clearedAt;
  }

  /** Whether the person was told that they are cleared, and hasn't said how they want it said. */
  public boolean awaitsWish() {
    return state == ClueState.CLEARING && wish == null;
  }

  public int version() {
    return version;
  }
}
