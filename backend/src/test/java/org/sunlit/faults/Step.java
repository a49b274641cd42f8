package org.sunlit.faults;

/** The steps that a case takes after its application, in their order. */
enum Step {
  ACCEPT("accept", "urb.window1", "{}"),
  REVIEW("advance", "urb.reviewer1", "{\"confirmedRisk\":true}"),
  APPROVE("decide", "urb.approver1", "{\"decision\":\"grant\",\"confirmedRisk\":true}"),
  CLOSE("close", "urb.window1", "{}");

  private final String action;
  private final String account;
  private final String command;

  Step(String action, String account, String command) {
    this.action = action;
    this.account = account;
    this.command = command;
  }

  String action() {
    return action;
  }

  String account() {
    return account;
  }

  String command() {
    return command;
  }

  /** The case's version when this step is done: the application made it 1. */
  int versionAfter() {
    return ordinal() + 2;
  }
}
