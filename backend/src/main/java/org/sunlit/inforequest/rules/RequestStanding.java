package org.sunlit.inforequest.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a request stands: the fold of its acts, see {@link RequestFold}. */
public abstract sealed class RequestStanding permits RequestFold {
  /**
   * Somebody asked for their view.
   *
   * @param opinion what they said; null as long as nothing is known
   */
  public record Consultation(
      int number, ConsultedKind of, Instant sentAt, Opinion opinion, Instant opinionAt) {
    boolean open() {
      return opinion == null;
    }
  }

  RequestState state;
  RequestChannel channel;
  String department;
  Instant receivedAt;
  Instant countedFrom;
  Instant clarificationAskedAt;
  int supplementDays;
  Instant reasonsAskedAt;
  int reasonsDays;
  boolean reasonsGiven;
  final List<Consultation> consultations = new ArrayList<>();
  String extensionAskedBy;
  String extensionDecidedBy;
  int extensionWanted;
  int extendedDays;
  Decision draft;
  String drafter;
  int draftAct;
  Decision decision;
  String releasedBy;
  int answerAct;
  Instant firstAnsweredAt;
  Instant answeredAt;
  final Set<String> answeredBy = new HashSet<>();
  Instant reviewAskedAt;
  String reviewedBy;
  int version;

  RequestStanding() {}

  public static RequestStanding of(List<RequestAct> acts) {
    return RequestFold.fold(acts);
  }

  public RequestState state() {
    return state;
  }

  public RequestChannel channel() {
    return channel;
  }

  public String department() {
    return department;
  }

  /** 收到申请之日 (art. 31). */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** When the limit to answer began: with the receipt, or the supplement (art. 30). */
  public Instant countedFrom() {
    return countedFrom;
  }

  public Instant clarificationAskedAt() {
    return clarificationAskedAt;
  }

  /** Working days to supplement. */
  public int supplementDays() {
    return supplementDays;
  }

  public Instant reasonsAskedAt() {
    return reasonsAskedAt;
  }

  public int reasonsDays() {
    return reasonsDays;
  }

  /** Whether reasons were asked for and haven't come. */
  public boolean reasonsOpen() {
    return reasonsAskedAt != null && !reasonsGiven;
  }

  public List<Consultation> consultations() {
    return List.copyOf(consultations);
  }

  /** Whether somebody who was asked said no. */
  public boolean objected() {
    return consultations.stream().anyMatch(each -> each.opinion() == Opinion.OBJECTS);
  }

  /** Who asked for more time, also after it was decided; null when nobody did. */
  public String extensionAskedBy() {
    return extensionAskedBy;
  }

  /** Who decided on it; null before. */
  public String extensionDecidedBy() {
    return extensionDecidedBy;
  }

  public boolean extensionOpen() {
    return extensionAskedBy != null && extensionDecidedBy == null;
  }

  public int extensionWanted() {
    return extensionWanted;
  }

  public int extendedDays() {
    return extendedDays;
  }

  /** The answer as it is drafted and not released; null when there is none. */
  public Decision draft() {
    return draft;
  }

  /** Who drafted the last answer; null before. */
  public String drafter() {
    return drafter;
  }

  /** The number of the act that holds the draft's words. */
  public int draftAct() {
    return draftAct;
  }

  /** What was decided; null before it is released. */
  public Decision decision() {
    return decision;
  }

  public String releasedBy() {
    return releasedBy;
  }

  /** The number of the act that holds the answer's words. */
  public int answerAct() {
    return answerAct;
  }

  /** When the applicant was first answered; a review doesn't move it. */
  public Instant firstAnsweredAt() {
    return firstAnsweredAt;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  public Instant reviewAskedAt() {
    return reviewAskedAt;
  }

  /** Who looked at the answer again; null when nobody has. */
  public String reviewedBy() {
    return reviewedBy;
  }

  /** Those who drafted and released what is being looked at again. */
  public Set<String> answeredBy() {
    return Set.copyOf(answeredBy);
  }

  /** Whether the answer was changed when it was looked at again. */
  public boolean changed() {
    return reviewedBy != null && answeredAt.isAfter(reviewAskedAt);
  }

  public int version() {
    return version;
  }
}
