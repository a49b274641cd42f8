package org.sunlit.complaint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;

/**
 * How long a city takes. The sources say 限时办结回复 (I13) and not how long: these are Sunlit's own
 * defaults, well within the 15 and 60 days of 信访工作条例第二十二条 and 第三十四条.
 */
@ConfigMapping(prefix = "sunlit.complaint")
interface ComplaintSettings {
  /**
   * Code of the department that answers for what nobody has been given yet; what was answered for
   * by none, supervision can tell nobody.
   */
  Optional<String> office();

  /** Working days to screen. */
  @WithDefault("1")
  int screeningDays();

  /** Working days to answer an enquiry 咨询. */
  @WithDefault("5")
  int enquiryDays();

  /** A suggestion 建议. */
  @WithDefault("15")
  int suggestionDays();

  /** A complaint 投诉. */
  @WithDefault("15")
  int complaintDays();

  /** A request for help 求助. */
  @WithDefault("5")
  int helpDays();

  /** Clock hours to answer on the direct line 直通车, day and night. */
  @WithDefault("24")
  int directLineHours();

  /** Working days for the writer to say what they think of the answer; then it is closed. */
  @WithDefault("10")
  int ratingDays();

  /** One in so many is called back four weeks later 回访. */
  @WithDefault("5")
  int callBackOneIn();

  default Limit screening() {
    return new Limit(screeningDays(), LimitUnit.WORKING_DAYS);
  }

  default Limit reply(ComplaintKind kind, ComplaintChannel channel) {
    if (channel == ComplaintChannel.DIRECT_LINE) {
      return new Limit(directLineHours(), LimitUnit.HOURS);
    }
    int days =
        switch (kind) {
          case ENQUIRY -> enquiryDays();
          case SUGGESTION -> suggestionDays();
          case COMPLAINT -> complaintDays();
          case HELP -> helpDays();
        };
    return new Limit(days, LimitUnit.WORKING_DAYS);
  }
}
