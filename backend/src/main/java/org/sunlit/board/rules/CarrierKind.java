package org.sunlit.board.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** What things are shown on (K2). */
public enum CarrierKind implements Coded {
  /** 电子显示屏 */
  SCREEN("screen", "电子显示屏", true),
  /** 公开栏 */
  BOARD("board", "公开栏", false),
  /** 公开墙 */
  WALL("wall", "公开墙", false),
  /** 触摸屏 (K4) */
  TOUCH("touch", "触摸屏", true),
  /** 电视 (K5) */
  TV("tv", "电视", true);

  private final String code;
  private final String chinese;
  private final boolean device;

  CarrierKind(String code, String chinese, boolean device) {
    this.code = code;
    this.chinese = chinese;
    this.device = device;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it has a device that can say that it is alive; what has none is changed by hand. */
  public boolean device() {
    return device;
  }

  /** The kind of that code or Chinese word. */
  public static Optional<CarrierKind> of(String word) {
    return Stream.of(values())
        .filter(kind -> kind.code.equalsIgnoreCase(word) || kind.chinese.equals(word))
        .findFirst();
  }
}
