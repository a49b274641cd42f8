package org.sunlit.supervision;

import java.util.List;
import org.sunlit.supervision.rules.CasePicture;
import org.sunlit.supervision.rules.Verdict;

/**
 * A case after it was looked at.
 *
 * @param verdicts what that brought, in order
 */
record Seen(CasePicture picture, List<Verdict> verdicts) {}
