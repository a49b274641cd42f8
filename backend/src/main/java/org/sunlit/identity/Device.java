package org.sunlit.identity;

import java.util.List;

/**
 * What somebody signed in with, so that they know it again in a list: the browser's and the
 * system's name and nothing that would tell one device from another of its kind.
 *
 * @param browser null when it doesn't say, or says something unknown
 * @param system likewise
 */
record Device(String browser, String system) {

  private record Sign(String token, String name) {}

  /** The first that is found counts: most browsers also name those they are made after. */
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("DingTalk", "DingTalk"),
          new Sign("wxwork", "WeCom"),
          new Sign("MicroMessenger", "WeChat"),
          new Sign("HuaweiBrowser", "Huawei Browser"),
          new Sign("MiuiBrowser", "Mi Browser"),
          new Sign("QQBrowser", "QQ Browser"),
          new Sign("UCBrowser", "UC Browser"),
          new Sign("SamsungBrowser", "Samsung Internet"),
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("Firefox/", "Firefox"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("Chrome/", "Chrome"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("OpenHarmony", "HarmonyOS"),
          new Sign("HarmonyOS", "HarmonyOS"),
          new Sign("Android", "Android"),
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Windows", "Windows"),
          new Sign("Macintosh", "macOS"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Linux", "Linux"));

  /**
   * Reads the header User-Agent.
   *
   * @param userAgent may be null, or anything at all: nothing of it is kept but names from the
   *     lists above
   */
  static Device of(String userAgent) {
    String text = userAgent == null ? "" : userAgent;
    return new Device(first(BROWSERS, text), first(SYSTEMS, text));
  }

  private static String first(List<Sign> signs, String text) {
    return signs.stream()
        .filter(sign -> text.contains(sign.token()))
        .map(Sign::name)
        .findFirst()
        .orElse(null);
  }
}
