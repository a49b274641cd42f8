package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.sunlit.joint.rules.JointTheme;

/** A theme of the demonstration city (联审主题), as it is written down. */
record DemoTheme(String code, JointTheme theme) {
  static List<DemoTheme> all() {
    return DemoFiles.read("themes.json", new TypeReference<>() {});
  }
}
