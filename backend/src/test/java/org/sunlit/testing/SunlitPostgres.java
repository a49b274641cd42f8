package org.sunlit.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.sunlit.platform.TestPostgres;

/** Gives every application under test a fresh database; the annotation holds for all tests. */
@QuarkusTestResource(SunlitPostgres.class)
public class SunlitPostgres implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return TestPostgres.freshDatabase();
  }

  @Override
  public void stop() {
    // The server stops with the run; the next application may come at once.
  }
}
