package org.sunlit.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.complaint.rules.ComplaintScene.ASSIGNED;
import static org.sunlit.complaint.rules.ComplaintScene.CLERK;
import static org.sunlit.complaint.rules.ComplaintScene.COLLEAGUE;
import static org.sunlit.complaint.rules.ComplaintScene.FRIDAY;
import static org.sunlit.complaint.rules.ComplaintScene.JOINT;
import static org.sunlit.complaint.rules.ComplaintScene.MEMBER;
import static org.sunlit.complaint.rules.ComplaintScene.SCREENER;
import static org.sunlit.complaint.rules.ComplaintScene.STRANGER;
import static org.sunlit.complaint.rules.ComplaintScene.SUPERVISOR;
import static org.sunlit.complaint.rules.ComplaintScene.TAKEN;
import static org.sunlit.complaint.rules.ComplaintScene.after;
import static org.sunlit.complaint.rules.ComplaintScene.possible;
import static org.sunlit.complaint.rules.ComplaintScene.received;
import static org.sunlit.complaint.rules.ComplaintScene.screened;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who sees a complaint, and who does what about it. */
class ComplaintPartsTest {
  @Test
  void onlyThoseWhoScreenBegin() {
    Standing received = after(received());

    assertEquals(
        EnumSet.of(ComplaintAction.SCREEN, ComplaintAction.GROUP), possible(received, SCREENER));
    assertEquals(Set.of(), possible(received, CLERK));
    assertFalse(ComplaintRules.sees(received, CLERK));
    assertTrue(possible(after(received(), screened()), SCREENER).contains(ComplaintAction.ASSIGN));
  }

  @Test
  void theLeadDepartmentHandlesAndTheJointOneContributes() {
    Standing assigned = after(received(), screened(), ASSIGNED);

    assertEquals(
        EnumSet.of(ComplaintAction.TAKE_UP, ComplaintAction.TRANSFER, ComplaintAction.RETURN),
        possible(assigned, CLERK));
    assertEquals(EnumSet.of(ComplaintAction.CONTRIBUTE), possible(assigned, JOINT));
    assertFalse(ComplaintRules.sees(assigned, STRANGER));
  }

  @Test
  void onlyWhoeverTookItUpAnswers() {
    Standing inHand = after(received(), screened(), ASSIGNED, TAKEN);

    assertTrue(possible(inHand, CLERK).contains(ComplaintAction.REPLY));
    assertFalse(possible(inHand, COLLEAGUE).contains(ComplaintAction.REPLY));
    assertTrue(possible(inHand, COLLEAGUE).contains(ComplaintAction.TAKE_UP));
  }

  @Test
  void supervisorsUrgeAndSuperviseAndHandleNothing() {
    Standing inHand = after(received(), screened(), ASSIGNED, TAKEN);

    assertEquals(
        EnumSet.of(ComplaintAction.URGE, ComplaintAction.SUPERVISE), possible(inHand, SUPERVISOR));
    Standing supervised =
        after(received(), screened(), ASSIGNED, new ComplaintAct.Supervised(FRIDAY, "v"));
    assertEquals(EnumSet.of(ComplaintAction.URGE), possible(supervised, SUPERVISOR));
  }

  @Test
  void nobodySeesOrHandlesOneAboutThemselves() {
    Standing aboutClerk = after(received(), screened("c"), ASSIGNED);

    assertFalse(ComplaintRules.sees(aboutClerk, CLERK));
    assertFalse(possible(aboutClerk, CLERK).contains(ComplaintAction.TAKE_UP));
    assertTrue(possible(aboutClerk, COLLEAGUE).contains(ComplaintAction.TAKE_UP));
    assertThrows(
        IllegalStateException.class, () -> after(received(), screened("c"), ASSIGNED, TAKEN));
  }

  @Test
  void theDepartmentNeverLearnsAWithheldName() {
    Standing withheld =
        after(received(ComplaintChannel.WEB, Naming.WITHHELD), screened(), ASSIGNED);

    assertFalse(ComplaintRules.seesWriter(withheld, CLERK));
    assertFalse(ComplaintRules.seesWriter(withheld, JOINT));
    assertFalse(ComplaintRules.seesWriter(withheld, SUPERVISOR));
    assertTrue(ComplaintRules.seesWriter(withheld, SCREENER));
    assertTrue(ComplaintRules.seesWriter(after(received(), screened(), ASSIGNED), CLERK));
  }

  @Test
  void theMemberOnDutyAnswersTheDirectLine() {
    Standing direct = after(received(ComplaintChannel.DIRECT_LINE, Naming.NAMED));

    assertTrue(possible(direct, MEMBER).contains(ComplaintAction.TAKE_UP));
    assertFalse(ComplaintRules.sees(after(received()), MEMBER));
    Standing taken =
        after(
            received(ComplaintChannel.DIRECT_LINE, Naming.NAMED),
            new ComplaintAct.TakenUp(FRIDAY, "m"));
    assertTrue(possible(taken, MEMBER).contains(ComplaintAction.REPLY));
    assertFalse(possible(taken, MEMBER).contains(ComplaintAction.TRANSFER));
  }
}
