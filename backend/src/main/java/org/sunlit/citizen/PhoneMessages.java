package org.sunlit.citizen;

import java.time.Instant;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;

/**
 * What a telephone is told, in both languages at once: nobody's language is known from a number.
 */
final class PhoneMessages {
  private static final String CODE_ZH = "【阳光办】验证码%s，10分钟内有效，用于%s。请勿告诉他人。";
  private static final String CODE_EN = "Sunlit: code %s, good for 10 minutes, to %s. Tell nobody.";

  /** What happens to what a code is asked for: it is asked for. */
  private static final String EVENT = "asked";

  private PhoneMessages() {}

  static PhoneCodes.Message registration(String phone) {
    return code(phone, "注册账号", "register");
  }

  static PhoneCodes.Message passwordReset(String phone) {
    return code(phone, "重设密码", "choose a new password");
  }

  static PhoneCodes.Message phoneChange(String phone) {
    return code(phone, "更换手机号", "change your telephone number");
  }

  /** Somebody asked for a second account with this number. */
  static PhoneCodes.Message registeredAlready(String phone) {
    return (id, code, until) ->
        message(
            id,
            phone,
            until,
            "【阳光办】这个手机号已有账号，请直接登录；忘记密码可以重设。如果不是您本人操作，不必理会。",
            "Sunlit: this number has an account already. Please sign in, or choose a new password if"
                + " you have forgotten yours. If it wasn't you, do nothing.");
  }

  /** There is nobody to tell; written down all the same. */
  static PhoneCodes.Message nobody() {
    return (id, code, until) -> message(id, null, until, "没有这个账号。", "There is no such account.");
  }

  private static PhoneCodes.Message code(String phone, String use, String useEn) {
    return (id, code, until) ->
        message(
            id,
            phone,
            until,
            String.format(CODE_ZH, code, use),
            String.format(CODE_EN, code, useEn));
  }

  private static Notice message(String id, String phone, Instant goodUntil, String zh, String en) {
    String both = zh + (phone == null ? "" : " " + en);
    return new Notice(
        id, EVENT, Topic.CODE, new NoticeText(both, en), Reach.telephone(phone), goodUntil);
  }
}
