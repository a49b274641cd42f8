package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

import org.sunlit.casework.rules.CaseCommand;

/**
 * Something a member of the staff does to a case.
 *
 * @param caseNumber which case
 * @param version the version last seen; the command is refused when it isn't the latest
 * @param command what to do
 */
public record ActCommand(String caseNumber, int version, CaseCommand command) {
  public ActCommand {
    requireNonNull(caseNumber, "caseNumber");
    requireNonNull(command, "command");
  }
}
