package org.sunlit.casework;

import org.sunlit.casework.rules.CaseState;

/**
 * A case after a command.
 *
 * @param version to be sent with the next command
 * @param state where it stands now
 * @param stepId in which step
 */
public record CaseChanged(String caseNumber, int version, CaseState state, String stepId) {}
