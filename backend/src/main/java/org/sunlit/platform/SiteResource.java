package org.sunlit.platform;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.sunlit.api.SiteApi;
import org.sunlit.api.model.Site;

/** What this Sunlit is: whose, which version, and whether its people and cases are invented. */
@PermitAll
class SiteResource implements SiteApi {

  private final Deployment deployment;
  private final String cityName;
  private final String cityNameEn;
  private final String version;

  SiteResource(
      Deployment deployment,
      @ConfigProperty(name = "sunlit.city.name", defaultValue = "晴川市") String cityName,
      @ConfigProperty(name = "sunlit.city.name-en", defaultValue = "Qingchuan") String cityNameEn,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.deployment = deployment;
    this.cityName = cityName;
    this.cityNameEn = cityNameEn;
    this.version = version;
  }

  @Override
  public Uni<Site> getSite() {
    return Uni.createFrom()
        .item(
            new Site()
                .cityName(cityName)
                .cityNameEn(cityNameEn)
                .demo(deployment.demo())
                .version(version));
  }
}
