package org.sunlit.platform;

import java.time.ZoneId;

/** The time the city lives by: China Standard Time (北京时间), UTC+8 without summer time. */
public final class CityTime {
  /** Dates, working days and office hours are those of this zone. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CityTime() {}
}
